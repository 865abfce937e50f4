package org.medflow.patient.control;

import java.time.LocalDate;
import org.medflow.patient.entity.Birth;
import org.medflow.patient.entity.BirthPrecision;

/** How two birth dates agree, given how much of each is known. */
enum BirthLikeness {
  SAME_DAY(20, "same-birth-date"),
  SAME_MONTH(12, "same-birth-month"),
  SAME_YEAR(8, "same-birth-year"),
  CLOSE(0, "close-birth-date"),
  UNKNOWN(0, null),
  OTHER(-25, null);

  private static final int AGE_SLACK_YEARS = 2;

  private final int points;
  private final String reason;

  BirthLikeness(int points, String reason) {
    this.points = points;
    this.reason = reason;
  }

  /** What it adds to the likeness of the names. */
  int points() {
    return points;
  }

  String reason() {
    return reason;
  }

  static BirthLikeness of(Birth a, Birth b) {
    if (a.date() == null || b.date() == null) {
      return UNKNOWN;
    }
    if (a.precision() == BirthPrecision.AGE || b.precision() == BirthPrecision.AGE) {
      return Math.abs(a.date().getYear() - b.date().getYear()) <= AGE_SLACK_YEARS
          ? SAME_YEAR
          : OTHER;
    }
    return switch (coarser(a.precision(), b.precision())) {
      case DAY -> days(a.date(), b.date());
      case MONTH -> months(a.date(), b.date());
      default -> a.date().getYear() == b.date().getYear() ? SAME_YEAR : OTHER;
    };
  }

  private static BirthPrecision coarser(BirthPrecision a, BirthPrecision b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static BirthLikeness days(LocalDate a, LocalDate b) {
    if (a.equals(b)) {
      return SAME_DAY;
    }
    return swapped(a, b) || Typing.oneError(a.toString(), b.toString()) ? CLOSE : OTHER;
  }

  private static BirthLikeness months(LocalDate a, LocalDate b) {
    if (a.getYear() != b.getYear()) {
      return OTHER;
    }
    return a.getMonth() == b.getMonth() ? SAME_MONTH : CLOSE;
  }

  private static boolean swapped(LocalDate a, LocalDate b) {
    return a.getYear() == b.getYear()
        && a.getMonthValue() == b.getDayOfMonth()
        && a.getDayOfMonth() == b.getMonthValue();
  }
}
