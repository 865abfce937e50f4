package org.medflow.platform.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A request whose body is measured while it is read: more than a megabyte is refused, told or
 * untold, and what was read can be recognised by its hash.
 */
public final class MeasuredRequest extends HttpServletRequestWrapper {

  static final long MOST = 1_048_576;

  private static final String KEY = MeasuredRequest.class.getName();

  private final MessageDigest digest = sha256();
  private byte[] hash;
  private long read;
  private ServletInputStream body;

  /** Wraps a request; one that announces too much is refused at once. */
  public MeasuredRequest(HttpServletRequest request) {
    super(request);
    if (request.getContentLengthLong() > MOST) {
      throw Refusal.tooLarge();
    }
    request.setAttribute(KEY, this);
  }

  /** SHA-256 of the body read so far. */
  static byte[] hashOf(HttpServletRequest request) {
    return ((MeasuredRequest) request.getAttribute(KEY)).hash();
  }

  private byte[] hash() {
    if (hash == null) {
      hash = digest.digest();
    }
    return hash;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (body == null) {
      body = new Measured(super.getInputStream());
    }
    return body;
  }

  private void count(byte[] bytes, int from, int length) {
    read += length;
    if (read > MOST) {
      throw Refusal.tooLarge();
    }
    digest.update(bytes, from, length);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is not there", impossible);
    }
  }

  private final class Measured extends ServletInputStream {

    private final ServletInputStream source;

    Measured(ServletInputStream source) {
      this.source = source;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int got = source.read(bytes, from, length);
      if (got > 0) {
        count(bytes, from, got);
      }
      return got;
    }

    @Override
    public boolean isFinished() {
      return source.isFinished();
    }

    @Override
    public boolean isReady() {
      return source.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      source.setReadListener(listener);
    }
  }
}
