package org.medflow.legacy.tds;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of a TDS token stream, least significant first. */
final class TdsBytes {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  TdsBytes u8(int value) {
    bytes.write(value);
    return this;
  }

  TdsBytes u16(int value) {
    return little(value, 2);
  }

  TdsBytes i32(long value) {
    return little(value, 4);
  }

  TdsBytes i64(long value) {
    return little(value, 8);
  }

  TdsBytes little(long value, int width) {
    for (int i = 0; i < width; i++) {
      bytes.write((int) (value >>> (8 * i)));
    }
    return this;
  }

  TdsBytes raw(byte... content) {
    bytes.writeBytes(content);
    return this;
  }

  /** Unicode text behind its length in one byte. */
  TdsBytes shortText(String text) {
    return u8(text.length()).raw(unicode(text));
  }

  /** Unicode text behind its length in two bytes. */
  TdsBytes text(String text) {
    return u16(text.length()).raw(unicode(text));
  }

  byte[] all() {
    return bytes.toByteArray();
  }

  static byte[] unicode(String text) {
    return text.getBytes(StandardCharsets.UTF_16LE);
  }
}
