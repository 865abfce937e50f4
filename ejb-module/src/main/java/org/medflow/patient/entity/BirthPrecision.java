package org.medflow.patient.entity;

/** How much of a birth date is known. A date more precise than this is never shown. */
public enum BirthPrecision {
  DAY,
  MONTH,
  YEAR,
  /** Counted back from an age that somebody told. */
  AGE,
  UNKNOWN
}
