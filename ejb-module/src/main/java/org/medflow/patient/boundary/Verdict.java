package org.medflow.patient.boundary;

/** What a person decided about a likeness. */
public enum Verdict {
  SAME,
  ANOTHER_PERSON
}
