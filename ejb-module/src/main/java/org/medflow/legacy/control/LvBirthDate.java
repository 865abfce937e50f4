package org.medflow.legacy.control;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.medflow.patient.entity.BirthPrecision;

/**
 * A birth date as it stands in an export, as precise as it is and never more: what cannot be read
 * for certain is unknown. A year up to 1900 marks a date that nobody knew (spec legacy.md 1.13).
 *
 * @param note why a date that was written is not taken, null when it is or none was written
 */
record LvBirthDate(LocalDate date, BirthPrecision precision, String note) {

  static final String UNREADABLE = "birth-date-unreadable";
  static final String PLACEHOLDER = "birth-date-placeholder";
  static final String FUTURE = "birth-date-in-future";

  private static final int LAST_PLACEHOLDER_YEAR = 1900;
  private static final String TIME = "(?:[T ]\\d{1,2}:\\d{2}.*)?";
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{4})" + TIME);
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[/.\\-](\\d{1,2})[/.\\-](\\d{1,2})" + TIME);
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern IN_WORDS =
      Pattern.compile("(\\d{1,2})(?:ER)? ([A-Z]+)\\.? (\\d{4})");
  private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})[/.\\-](\\d{4})");
  private static final Pattern YEAR_MONTH = Pattern.compile("(\\d{4})[/.\\-](\\d{1,2})");
  private static final Pattern MONTH_IN_WORDS = Pattern.compile("([A-Z]+)\\.? (\\d{4})");
  private static final Pattern YEAR = Pattern.compile("(?:VERS |NE EN |NEE EN )?(\\d{4})");
  private static final List<String> MONTHS =
      List.of("JANV", "FEV", "MARS", "AVR", "MAI", "JUIN", "JUIL", "AOUT", "SEP", "OCT", "NOV");
  private static final Map<String, Integer> OTHERS = Map.of("FEBR", 2, "DEC", 12, "AOU", 8);

  private static final LvBirthDate NONE = unknown(null);

  static LvBirthDate of(String cell, LocalDate today) {
    var text = LvText.clean(cell);
    if (text == null) {
      return NONE;
    }
    try {
      return checked(read(LvText.plain(text)), today);
    } catch (DateTimeException impossible) {
      return unknown(UNREADABLE);
    }
  }

  private static LvBirthDate read(String text) {
    Matcher m;
    if ((m = DAY_FIRST.matcher(text)).matches()) {
      return day(m.group(3), number(m.group(2)), m.group(1));
    }
    if ((m = YEAR_FIRST.matcher(text)).matches() || (m = COMPACT.matcher(text)).matches()) {
      return day(m.group(1), number(m.group(2)), m.group(3));
    }
    if ((m = IN_WORDS.matcher(text)).matches()) {
      return day(m.group(3), month(m.group(2)), m.group(1));
    }
    if ((m = MONTH_YEAR.matcher(text)).matches()) {
      return month(m.group(2), number(m.group(1)));
    }
    if ((m = YEAR_MONTH.matcher(text)).matches()) {
      return month(m.group(1), number(m.group(2)));
    }
    if ((m = YEAR.matcher(text)).matches()) {
      return new LvBirthDate(LocalDate.of(number(m.group(1)), 1, 1), BirthPrecision.YEAR, null);
    }
    if ((m = MONTH_IN_WORDS.matcher(text)).matches()) {
      return month(m.group(2), month(m.group(1)));
    }
    return unknown(UNREADABLE);
  }

  private static LvBirthDate checked(LvBirthDate read, LocalDate today) {
    if (read.date() == null) {
      return read;
    }
    if (read.date().getYear() <= LAST_PLACEHOLDER_YEAR) {
      return unknown(PLACEHOLDER);
    }
    return read.date().isAfter(today) ? unknown(FUTURE) : read;
  }

  private static LvBirthDate day(String year, int month, String day) {
    var date = LocalDate.of(number(year), month, number(day));
    return new LvBirthDate(date, BirthPrecision.DAY, null);
  }

  private static LvBirthDate month(String year, int month) {
    var date = Year.of(number(year)).atMonth(month).atDay(1);
    return new LvBirthDate(date, BirthPrecision.MONTH, null);
  }

  /**
   * Number of a French month in words, full or cut short; zero, which is no month, if it is none.
   */
  private static int month(String word) {
    for (int i = 0; i < MONTHS.size(); i++) {
      if (word.startsWith(MONTHS.get(i))) {
        return i + 1;
      }
    }
    return OTHERS.entrySet().stream()
        .filter(other -> word.startsWith(other.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(0);
  }

  private static LvBirthDate unknown(String note) {
    return new LvBirthDate(null, BirthPrecision.UNKNOWN, note);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
