package org.medflow.scheduling.entity;

/** How soon somebody on the waiting list should be seen; the first comes first. */
public enum WishPriority {
  URGENT,
  HIGH,
  NORMAL
}
