package org.medflow.visit.entity;

/** Whether a problem is still one; WRONG: it was entered in error. */
public enum ProblemState {
  ACTIVE,
  RESOLVED,
  WRONG
}
