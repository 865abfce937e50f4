package org.medflow.scheduling.entity;

/** What happened to an appointment; moving one is history, not a state. */
public enum StepKind {
  BOOKED,
  CONFIRMED,
  MOVED,
  CANCELLED,
  NO_SHOW,
  ARRIVED,
  ARRIVAL_UNDONE,
  STARTED,
  COMPLETED,
  AMENDED
}
