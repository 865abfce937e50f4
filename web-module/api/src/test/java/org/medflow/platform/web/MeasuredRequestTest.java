package org.medflow.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuredRequestTest {

  @Test
  void knowsTheHashOfWhatWasRead() throws Exception {
    var body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    var request = request(body, body.length);
    var measured = new MeasuredRequest(request);
    assertThat(measured.getInputStream().readAllBytes()).isEqualTo(body);
    assertThat(MeasuredRequest.hashOf(measured))
        .isEqualTo(MessageDigest.getInstance("SHA-256").digest(body));
  }

  @Test
  void givesTheSameHashTwice() throws Exception {
    var body = "{}".getBytes(StandardCharsets.UTF_8);
    var measured = new MeasuredRequest(request(body, body.length));
    measured.getInputStream().readAllBytes();
    assertThat(MeasuredRequest.hashOf(measured)).isEqualTo(MeasuredRequest.hashOf(measured));
  }

  @Test
  void refusesABodyThatAnnouncesTooMuch() {
    assertThatThrownBy(() -> new MeasuredRequest(request(new byte[0], MeasuredRequest.MOST + 1)))
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.status()).isEqualTo(413));
  }

  @Test
  void refusesABodyThatGrowsTooMuchWithoutSayingSo() throws IOException {
    var measured = new MeasuredRequest(request(new byte[(int) MeasuredRequest.MOST + 1], -1));
    var stream = measured.getInputStream();
    assertThatThrownBy(stream::readAllBytes).isInstanceOf(Refusal.class);
  }

  @Test
  void readsByteByByteToo() throws IOException {
    var measured = new MeasuredRequest(request(new byte[] {(byte) 0xFF}, 1));
    assertThat(measured.getInputStream().read()).isEqualTo(255);
    assertThat(measured.getInputStream().read()).isEqualTo(-1);
  }

  @Test
  void takesABodyOfExactlyAMegabyte() throws IOException {
    var measured = new MeasuredRequest(request(new byte[(int) MeasuredRequest.MOST], -1));
    assertThat(measured.getInputStream().readAllBytes()).hasSize((int) MeasuredRequest.MOST);
  }

  private static HttpServletRequest request(byte[] body, long announced) {
    Map<String, Object> attributes = new HashMap<>();
    var stream = new Bytes(body);
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            MeasuredRequestTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getContentLengthLong" -> announced;
                  case "getInputStream" -> stream;
                  case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                  case "getAttribute" -> attributes.get((String) arguments[0]);
                  default -> null;
                });
  }

  private static final class Bytes extends ServletInputStream {

    private final ByteArrayInputStream source;

    Bytes(byte[] bytes) {
      source = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() {
      return source.read();
    }

    @Override
    public boolean isFinished() {
      return source.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
