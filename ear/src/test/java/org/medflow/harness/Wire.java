package org.medflow.harness;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * HTTP/1.1 by hand over one kept-alive connection, because a decent client refuses to send what an
 * attacker would.
 */
public final class Wire implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;
  private static final int LONGEST_LINE = 65_536;

  private final int port;
  private final InetAddress from;
  private Socket socket;
  private InputStream input;
  private ByteArrayOutputStream body = new ByteArrayOutputStream();

  public Wire(int port) {
    this(port, InetAddress.getLoopbackAddress());
  }

  /** A caller at another address of this machine, such as 127.0.0.9. */
  public Wire(int port, InetAddress from) {
    this.port = port;
    this.from = from;
  }

  /** A request as bytes; the length of the body is added unless a header says another one. */
  public static byte[] request(
      String method, String path, Map<String, String> headers, byte[] body) {
    var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (!headers.containsKey("Content-Length")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    var all = new ByteArrayOutputStream();
    all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    all.writeBytes(body);
    return all.toByteArray();
  }

  /** Status of the answer; 0 when the server hung up without one. */
  public int send(byte[] request) throws IOException {
    open();
    try {
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
    } catch (IOException hungUpEarly) {
      return statusLeftBehind();
    }
    try {
      return answer();
    } catch (EOFException | SocketException hungUp) {
      close();
      return 0;
    }
  }

  /** A server may refuse before it has read everything; its answer may still be on the line. */
  private int statusLeftBehind() throws IOException {
    try {
      return answer();
    } catch (EOFException | SocketException nothing) {
      return 0;
    } finally {
      close();
    }
  }

  private int answer() throws IOException {
    var first = line();
    int status = Integer.parseInt(first.substring(9, 12));
    if (status == 100) {
      line();
      return answer();
    }
    long length = -1;
    boolean chunked = false;
    boolean last = false;
    for (var header = line(); !header.isEmpty(); header = line()) {
      var low = header.toLowerCase(Locale.ROOT);
      if (low.startsWith("content-length:")) {
        length = Long.parseLong(low.substring(15).trim());
      }
      chunked |= low.startsWith("transfer-encoding:") && low.contains("chunked");
      last |= low.startsWith("connection:") && low.contains("close");
    }
    drain(status, length, chunked);
    if (last) {
      close();
    }
    return status;
  }

  /** What the last answer said. */
  public String body() {
    return body.toString(StandardCharsets.UTF_8);
  }

  private void drain(int status, long length, boolean chunked) throws IOException {
    body = new ByteArrayOutputStream();
    if (status == 204 || status == 304) {
      return;
    }
    if (chunked) {
      for (int size = chunk(); size > 0; size = chunk()) {
        take(size);
        line();
      }
      line();
    } else if (length > 0) {
      take(length);
    }
  }

  private void take(long length) throws IOException {
    var bytes = input.readNBytes(Math.toIntExact(length));
    if (bytes.length < length) {
      throw new EOFException();
    }
    body.writeBytes(bytes);
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line().split(";")[0].trim(), 16);
  }

  private String line() throws IOException {
    var text = new ByteArrayOutputStream();
    for (int read = input.read(); read != '\n'; read = input.read()) {
      if (read < 0) {
        throw new EOFException();
      }
      if (read != '\r') {
        text.write(read);
      }
      if (text.size() > LONGEST_LINE) {
        throw new IOException("endless line");
      }
    }
    return text.toString(StandardCharsets.ISO_8859_1);
  }

  private void open() throws IOException {
    if (socket == null || socket.isClosed()) {
      socket = new Socket(InetAddress.getLoopbackAddress(), port, from, 0);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      input = new BufferedInputStream(socket.getInputStream());
    }
  }

  @Override
  public void close() {
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException alreadyGone) {
        socket = null;
      }
    }
  }
}
