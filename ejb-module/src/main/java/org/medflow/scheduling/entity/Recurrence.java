package org.medflow.scheduling.entity;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;

/** How often an appointment comes again, at the same hour of the clinic's clock. */
public enum Recurrence {
  DAILY,
  WEEKLY,
  FORTNIGHTLY,
  MONTHLY;

  /** So many beginnings, the first one included; a month without that day uses its last. */
  public List<Instant> from(Instant first, int times, ZoneId zone) {
    var start = first.atZone(zone);
    return IntStream.range(0, times).mapToObj(i -> after(start, i).toInstant()).toList();
  }

  private ZonedDateTime after(ZonedDateTime start, int times) {
    return switch (this) {
      case DAILY -> start.plusDays(times);
      case WEEKLY -> start.plusWeeks(times);
      case FORTNIGHTLY -> start.plusWeeks(2L * times);
      case MONTHLY -> start.plusMonths(times);
    };
  }
}
