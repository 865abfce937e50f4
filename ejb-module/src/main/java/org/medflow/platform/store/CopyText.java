package org.medflow.platform.store;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;

/** Rows in the text form of PostgreSQL's COPY, gathered in memory for one statement. */
public final class CopyText {

  private static final HexFormat HEX = HexFormat.of();

  private final StringBuilder text = new StringBuilder();
  private int rows;

  /**
   * Adds a row: texts, numbers, enums, ids, dates, instants, byte arrays, truth values, collections
   * of ids, null.
   */
  public CopyText row(Object... values) {
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : "\t");
      value(values[i]);
    }
    text.append('\n');
    rows++;
    return this;
  }

  /** Adds the rows of another. */
  public CopyText add(CopyText more) {
    text.append(more.text);
    rows += more.rows;
    return this;
  }

  /** Adds the one row of another behind these values. */
  public CopyText behind(CopyText row, Object... values) {
    for (var value : values) {
      value(value);
      text.append('\t');
    }
    return add(row);
  }

  public int rows() {
    return rows;
  }

  public byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void value(Object value) {
    if (value == null) {
      text.append("\\N");
    } else if (value instanceof byte[] bytes) {
      text.append("\\\\x");
      HEX.formatHex(text, bytes);
    } else if (value instanceof Collection<?> many) {
      text.append('{');
      many.forEach(
          one -> text.append(text.charAt(text.length() - 1) == '{' ? "" : ",").append(one));
      text.append('}');
    } else if (value instanceof Enum<?> constant) {
      text.append(constant.name());
    } else {
      escaped(value.toString());
    }
  }

  private void escaped(String plain) {
    if (!special(plain)) {
      text.append(plain);
      return;
    }
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }

  private static boolean special(String plain) {
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c == '\\' || c < ' ') {
        return true;
      }
    }
    return false;
  }
}
