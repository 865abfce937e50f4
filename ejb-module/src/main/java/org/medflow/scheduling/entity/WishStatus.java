package org.medflow.scheduling.entity;

/** What became of a wish on the waiting list. */
public enum WishStatus {
  WAITING,
  OFFERED,
  SCHEDULED,
  EXPIRED,
  CANCELLED;

  public boolean open() {
    return this == WAITING || this == OFFERED;
  }
}
