package org.medflow.legacy.entity;

/** Where an import run stands. */
public enum RunStatus {
  STARTING,
  RUNNING,
  /** Halted by a person; it still holds its source and can go on. */
  PAUSED,
  /** Given up by a person; it can go on as long as no other run has its source. */
  STOPPED,
  COMPLETED,
  FAILED,
  ROLLING_BACK,
  ROLLED_BACK;

  /** Whether something is under way. */
  public boolean busy() {
    return this == STARTING || this == RUNNING || this == ROLLING_BACK;
  }
}
