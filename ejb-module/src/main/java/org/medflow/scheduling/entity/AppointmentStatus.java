package org.medflow.scheduling.entity;

/** Where an appointment stands. */
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
}
