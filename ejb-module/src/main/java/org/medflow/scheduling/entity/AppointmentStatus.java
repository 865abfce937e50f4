package org.medflow.scheduling.entity;

import java.util.Set;

/** Where an appointment stands, and where it may go (spec clinical.md 3). */
public enum AppointmentStatus {
  SCHEDULED,
  CONFIRMED,
  CHECKED_IN,
  IN_PROGRESS,
  COMPLETED,
  /** Planned in an earlier system; the day is over and nobody wrote what became of it. */
  COMPLETED_UNKNOWN,
  CANCELLED,
  NO_SHOW;

  /** Whether the patient is still expected. */
  public boolean planned() {
    return this == SCHEDULED || this == CONFIRMED;
  }

  /** Whether it holds its place in the agenda. */
  public boolean takesPlace() {
    return this != CANCELLED && this != NO_SHOW;
  }

  /** Whether it may be given another time: then it is scheduled again. */
  public boolean movable() {
    return planned() || this == NO_SHOW;
  }

  /** The states that may follow. */
  public Set<AppointmentStatus> next() {
    return switch (this) {
      case SCHEDULED -> Set.of(CONFIRMED, CHECKED_IN, CANCELLED, NO_SHOW);
      case CONFIRMED -> Set.of(CHECKED_IN, CANCELLED, NO_SHOW);
      case CHECKED_IN -> Set.of(IN_PROGRESS, CANCELLED, NO_SHOW, CONFIRMED);
      case IN_PROGRESS -> Set.of(COMPLETED, CANCELLED);
      case NO_SHOW -> Set.of(SCHEDULED);
      case COMPLETED, COMPLETED_UNKNOWN, CANCELLED -> Set.of();
    };
  }
}
