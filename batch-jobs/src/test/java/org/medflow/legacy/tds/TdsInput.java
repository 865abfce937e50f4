package org.medflow.legacy.tds;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A request as it is read; values of parameters become plain Java values. */
final class TdsInput {

  static final Charset CP1252 = Charset.forName("windows-1252");

  private static final int NULL_LENGTH = 0xFFFF;

  private final ByteBuffer in;

  TdsInput(byte[] request) {
    in = ByteBuffer.wrap(request).order(ByteOrder.LITTLE_ENDIAN);
  }

  boolean more() {
    return in.hasRemaining();
  }

  int u8() {
    return in.get() & 0xFF;
  }

  int u16() {
    return in.getShort() & 0xFFFF;
  }

  int i32() {
    return in.getInt();
  }

  byte[] bytes(int count) {
    var part = new byte[count];
    in.get(part);
    return part;
  }

  String unicode(int characters) {
    return new String(bytes(2 * characters), StandardCharsets.UTF_16LE);
  }

  String rest() {
    return unicode(in.remaining() / 2);
  }

  TdsInput at(int place) {
    in.position(place);
    return this;
  }

  /** All headers begin with the length of the whole, itself counted. */
  TdsInput behindHeaders() {
    return at(in.getInt(0));
  }

  /** Type and value of a parameter. */
  Object value() {
    int type = u8();
    return switch (type) {
      case 0x26 -> number();
      case 0x68 -> bit();
      case 0x6A, 0x6C -> decimal();
      case 0xE7, 0xEF -> text(StandardCharsets.UTF_16LE);
      case 0xA7, 0xAF -> text(CP1252);
      default -> throw new IllegalArgumentException("parameter type " + type);
    };
  }

  private Object number() {
    u8();
    return switch (u8()) {
      case 0 -> null;
      case 1 -> u8();
      case 2 -> (int) in.getShort();
      case 4 -> in.getInt();
      default -> in.getLong();
    };
  }

  private Object bit() {
    u8();
    return u8() == 0 ? null : u8() != 0;
  }

  private Object decimal() {
    u8();
    u8();
    int scale = u8();
    int length = u8();
    if (length == 0) {
      return null;
    }
    int sign = u8() == 0 ? -1 : 1;
    var magnitude = bytes(length - 1);
    for (int i = 0, j = magnitude.length - 1; i < j; i++, j--) {
      byte swapped = magnitude[i];
      magnitude[i] = magnitude[j];
      magnitude[j] = swapped;
    }
    return new BigDecimal(new BigInteger(sign, magnitude), scale);
  }

  private String text(Charset charset) {
    int longest = u16();
    bytes(5);
    if (longest == NULL_LENGTH) {
      return chunks(charset);
    }
    int length = u16();
    return length == NULL_LENGTH ? null : new String(bytes(length), charset);
  }

  private String chunks(Charset charset) {
    if (in.getLong() == -1) {
      return null;
    }
    var all = new ByteArrayOutputStream();
    for (int length = i32(); length > 0; length = i32()) {
      all.writeBytes(bytes(length));
    }
    return all.toString(charset);
  }
}
