package org.medflow.platform.store;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** Rows in the text form of PostgreSQL's COPY, gathered in memory for one statement. */
public final class CopyText {

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int FIRST = 256;

  private byte[] text = new byte[FIRST];
  private int length;
  private int rows;

  /**
   * Adds a row: texts, numbers, enums, ids, dates, instants, byte arrays, truth values, collections
   * of ids, null.
   */
  public CopyText row(Object... values) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        put('\t');
      }
      value(values[i]);
    }
    put('\n');
    rows++;
    return this;
  }

  /** Adds the rows of another. */
  public CopyText add(CopyText more) {
    room(more.length);
    System.arraycopy(more.text, 0, text, length, more.length);
    length += more.length;
    rows += more.rows;
    return this;
  }

  /** Adds the one row of another behind these values. */
  public CopyText behind(CopyText row, Object... values) {
    for (var value : values) {
      value(value);
      put('\t');
    }
    return add(row);
  }

  public int rows() {
    return rows;
  }

  public ByteArrayInputStream stream() {
    return new ByteArrayInputStream(text, 0, length);
  }

  private void value(Object value) {
    if (value == null) {
      plain("\\N");
    } else if (value instanceof byte[] bytes) {
      plain("\\\\x");
      hex(bytes);
    } else if (value instanceof Collection<?> many) {
      plain(many.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}")));
    } else if (value instanceof Enum<?> constant) {
      plain(constant.name());
    } else {
      escaped(value.toString());
    }
  }

  private void hex(byte[] bytes) {
    room(2 * bytes.length);
    for (byte one : bytes) {
      text[length++] = HEX[one >> 4 & 0xF];
      text[length++] = HEX[one & 0xF];
    }
  }

  private void escaped(String value) {
    room(2 * value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c > '~') {
        escapedBytes(value.substring(i).getBytes(StandardCharsets.UTF_8));
        return;
      }
      escape((byte) c);
    }
  }

  /** In UTF-8 no byte of a longer character looks like one that is to be escaped. */
  private void escapedBytes(byte[] bytes) {
    room(2 * bytes.length);
    for (byte one : bytes) {
      escape(one);
    }
  }

  private void escape(byte one) {
    switch (one) {
      case '\\' -> pair('\\');
      case '\t' -> pair('t');
      case '\n' -> pair('n');
      case '\r' -> pair('r');
      default -> text[length++] = one;
    }
  }

  private void pair(char escaped) {
    text[length++] = '\\';
    text[length++] = (byte) escaped;
  }

  private void plain(String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      put(ascii.charAt(i));
    }
  }

  private void put(char ascii) {
    room(1);
    text[length++] = (byte) ascii;
  }

  private void room(int more) {
    if (text.length - length < more) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, length + more));
    }
  }
}
