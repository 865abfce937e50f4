package org.medflow.patient.control;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import org.medflow.patient.entity.Birth;

/**
 * The birth dates under which the same person may be registered: the day itself, its day and month
 * swapped, its year alone; or the span of what is known.
 */
record BirthWindow(List<LocalDate> days, LocalDate from, LocalDate to) {

  private static final int AGE_SLACK_YEARS = 2;

  static BirthWindow of(Birth birth) {
    var date = birth.date();
    return switch (birth.precision()) {
      case UNKNOWN -> new BirthWindow(List.of(), null, null);
      case DAY -> new BirthWindow(days(date), null, null);
      case MONTH -> new BirthWindow(List.of(), date, date.plusMonths(1).minusDays(1));
      case YEAR -> new BirthWindow(List.of(), date, date.plusYears(1).minusDays(1));
      case AGE ->
          new BirthWindow(
              List.of(), date.minusYears(AGE_SLACK_YEARS), date.plusYears(AGE_SLACK_YEARS));
    };
  }

  private static List<LocalDate> days(LocalDate date) {
    var days = new LinkedHashSet<LocalDate>();
    days.add(date);
    days.add(date.withDayOfMonth(1));
    days.add(date.withDayOfYear(1));
    try {
      days.add(LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue()));
    } catch (DateTimeException noSuchDay) {
      return List.copyOf(days);
    }
    return List.copyOf(days);
  }
}
