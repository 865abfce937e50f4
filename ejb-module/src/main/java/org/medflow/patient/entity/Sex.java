package org.medflow.patient.entity;

/** Sex at birth as recorded; unknown is a value of its own, never a guess. */
public enum Sex {
  FEMALE,
  MALE,
  OTHER,
  UNKNOWN
}
