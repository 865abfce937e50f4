package org.medflow.patient.entity;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;

/**
 * A birth date with what is known of it. The unknown parts stand at their first day: a year at the
 * first of January; an age is counted back from the day it was told.
 */
public record Birth(LocalDate date, BirthPrecision precision) implements Serializable {

  public static final Birth UNKNOWN = new Birth(null, BirthPrecision.UNKNOWN);

  public Birth {
    if ((precision == BirthPrecision.UNKNOWN) != (date == null)) {
      throw new IllegalArgumentException("a birth date is either known or not");
    }
    date =
        switch (precision) {
          case YEAR -> date.withDayOfYear(1);
          case MONTH -> date.withDayOfMonth(1);
          default -> date;
        };
  }

  /** Full years on this day, null when unknown. */
  public Integer ageOn(LocalDate today) {
    return date == null ? null : Period.between(date, today).getYears();
  }
}
