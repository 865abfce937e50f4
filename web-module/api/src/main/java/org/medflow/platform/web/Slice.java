package org.medflow.platform.web;

/** The part of a list that a caller asks for. */
public final class Slice {

  public static final int DEFAULT_SIZE = 20;

  private static final int LEAST = 5;
  private static final int MOST = 100;
  private static final int LONGEST_CURSOR = 512;

  private Slice() {}

  /** The size in a query string; twenty when nothing is said. */
  public static int size(String text) {
    if (text == null || text.isBlank()) {
      return DEFAULT_SIZE;
    }
    if (!text.matches("[0-9]{1,4}")) {
      throw Refusal.malformed("size", "bad-format");
    }
    return size(Integer.valueOf(text));
  }

  public static int size(Integer asked) {
    int size = asked == null ? DEFAULT_SIZE : asked;
    if (size < LEAST || size > MOST) {
      throw Refusal.malformed("size", "out-of-range");
    }
    return size;
  }

  /** A cursor that may be one of ours; the facade that made it looks closer. */
  public static String cursor(String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (text.length() > LONGEST_CURSOR || !text.matches("[A-Za-z0-9_.~=-]+")) {
      throw Refusal.malformed("cursor", "bad-format");
    }
    return text;
  }
}
