package org.medflow.patient.web;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.medflow.patient.entity.BirthPrecision;

/**
 * A birth date as people say it: 12/04/1982, 04/1982 or 1982. What was left out stays unknown and
 * is never shown as if it were known.
 */
public record BirthText(LocalDate date, BirthPrecision precision) implements Serializable {

  private static final Pattern SHAPE =
      Pattern.compile("(?:(?:(\\d{1,2})[./ -])?(\\d{1,2})[./ -])?(\\d{4})");
  private static final Pattern DIGITS = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");
  private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("yyyy");

  /** What was meant, empty when it is no date. */
  public static Optional<BirthText> read(String typed) {
    var text = typed.strip();
    var digits = DIGITS.matcher(text);
    var shape = digits.matches() ? digits : SHAPE.matcher(text);
    return shape.matches() ? date(shape) : Optional.empty();
  }

  private static Optional<BirthText> date(Matcher shape) {
    try {
      int year = Integer.parseInt(shape.group(3));
      int month = shape.group(2) == null ? 1 : Integer.parseInt(shape.group(2));
      int day = shape.group(1) == null ? 1 : Integer.parseInt(shape.group(1));
      return Optional.of(new BirthText(LocalDate.of(year, month, day), precision(shape)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static BirthPrecision precision(Matcher shape) {
    if (shape.group(1) != null) {
      return BirthPrecision.DAY;
    }
    return shape.group(2) != null ? BirthPrecision.MONTH : BirthPrecision.YEAR;
  }

  /** The date with no more than is known, empty text when nothing is. */
  public static String show(LocalDate date, BirthPrecision precision) {
    if (date == null || precision == null) {
      return "";
    }
    return switch (precision) {
      case DAY -> DAY.format(date);
      case MONTH -> MONTH.format(date);
      case YEAR -> YEAR.format(date);
      case AGE -> "≈ " + YEAR.format(date);
      case UNKNOWN -> "";
    };
  }
}
