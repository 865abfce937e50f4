package org.medflow.visit.entity;

/** Where a visit stands; the last three are its end. */
public enum VisitStatus {
  CHECKED_IN,
  IN_PROGRESS,
  COMPLETED,
  CANCELLED,
  NO_SHOW;

  public boolean ended() {
    return this == COMPLETED || this == CANCELLED || this == NO_SHOW;
  }
}
