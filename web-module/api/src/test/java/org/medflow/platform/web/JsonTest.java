package org.medflow.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.platform.error.FieldError;

class JsonTest {

  enum Side {
    LEFT,
    RIGHT
  }

  record Inner(String name) {}

  record Body(
      String text,
      Integer number,
      boolean flag,
      Side side,
      LocalDate day,
      List<String> words,
      List<Inner> inner) {}

  private static final String GOOD =
      "{\"text\":\"Joël\",\"number\":4,\"flag\":true,\"side\":\"LEFT\","
          + "\"day\":\"1980-02-29\",\"words\":[\"a\"],\"inner\":[{\"name\":\"n\"}]}";

  private static Body read(String json) throws IOException {
    return read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static Body read(byte[] json) throws IOException {
    return (Body) Json.read(new ByteArrayInputStream(json), Body.class);
  }

  private static Fault fault(String json) {
    return Faults.of(catchThrowable(() -> read(json)));
  }

  @Test
  void readsWhatIsRight() throws IOException {
    var body = read(GOOD);
    assertThat(body.text()).isEqualTo("Joël");
    assertThat(body.day()).isEqualTo(LocalDate.of(1980, 2, 29));
    assertThat(body.inner()).containsExactly(new Inner("n"));
  }

  @Test
  void readsWhatIsLeftOutAsNothing() throws IOException {
    assertThat(read("{}")).isEqualTo(new Body(null, null, false, null, null, null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "5",
        "\"x\"",
        "{\"text\":}",
        "{\"text\":\"a\"}{}",
        "{'text':'a'}",
        "{\"text\":\"a\",\"text\":\"b\"}",
        "{\"text\":\"\\u0000\"}",
        "{\"text\":\"\\ud800\"}",
        "{\"text\":5}",
        "{\"text\":[\"a\"]}",
        "{\"text\":{}}",
        "{\"number\":\"4\"}",
        "{\"number\":4.5}",
        "{\"number\":1e400}",
        "{\"number\":99999999999}",
        "{\"number\":11111111111111111111111111111111111111111111111111}",
        "{\"flag\":\"true\"}",
        "{\"flag\":1}",
        "{\"side\":\"UP\"}",
        "{\"side\":0}",
        "{\"day\":\"1980-02-30\"}",
        "{\"day\":\"yesterday\"}",
        "{\"words\":[null]}",
        "{\"words\":\"a\"}",
        "{\"inner\":[null]}",
        "{\"unknown\":1}",
        "\u0000",
        "{\"text\":NaN}"
      })
  void refusesEverythingElseAsMalformed(String json) {
    assertThat(fault(json))
        .extracting(Fault::status, Fault::code)
        .containsExactly(400, "malformed");
  }

  @Test
  void namesTheBrokenField() {
    assertThat(fault("{\"inner\":[{\"name\":\"a\"},{\"name\":5}]}").fields())
        .containsExactly(new FieldError("inner[1].name", "bad-format"));
    assertThat(fault("{\"colour\":1}").fields())
        .containsExactly(new FieldError("colour", "unknown-field"));
  }

  @Test
  void refusesWhatIsTooDeepTooLongOrToldInALongName() {
    assertThat(fault("[".repeat(100_000)).status()).isEqualTo(400);
    assertThat(fault("{\"a\":".repeat(40) + "1" + "}".repeat(40)).status()).isEqualTo(400);
    assertThat(fault("{\"text\":\"" + "x".repeat(70_000) + "\"}").status()).isEqualTo(400);
    assertThat(fault("{\"" + "n".repeat(1_000) + "\":1}").status()).isEqualTo(400);
  }

  @Test
  void refusesBytesThatAreNoText() {
    var bytes = "{\"text\":\"aa\"}".getBytes(StandardCharsets.UTF_8);
    bytes[9] = (byte) 0xC3;
    bytes[10] = (byte) 0x28;
    assertThat(Faults.of(catchThrowable(() -> read(bytes))).status()).isEqualTo(400);
  }

  @Test
  void neverFailsOtherwiseOnMutatedInput() {
    var random = new Random(4_711);
    for (int i = 0; i < 5_000; i++) {
      var bytes = mutated(GOOD.getBytes(StandardCharsets.UTF_8), random);
      var failure = catchThrowable(() -> read(bytes));
      if (failure != null) {
        assertThat(Faults.of(failure).status())
            .as(new String(bytes, StandardCharsets.ISO_8859_1))
            .isEqualTo(400);
      }
    }
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(5) == 0
        ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length))
        : bytes;
  }
}
