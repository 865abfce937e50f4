package org.medflow.scheduling.entity;

import java.time.LocalTime;

/** A part of the day: before noon, before five, after that (spec clinical.md 3). */
public enum DayPart {
  MORNING,
  AFTERNOON,
  EVENING;

  private static final LocalTime FIVE = LocalTime.of(17, 0);

  public static DayPart of(LocalTime hour) {
    if (hour.isBefore(LocalTime.NOON)) {
      return MORNING;
    }
    return hour.isBefore(FIVE) ? AFTERNOON : EVENING;
  }
}
