package org.medflow.platform.web;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Days in query strings. */
public final class Days {

  private Days() {}

  /** The day written as yyyy-mm-dd; null when nothing was. */
  public static LocalDate of(String name, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException garbled) {
      throw Refusal.malformed(name, "bad-format");
    }
  }
}
