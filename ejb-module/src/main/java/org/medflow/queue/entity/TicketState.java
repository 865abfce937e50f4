package org.medflow.queue.entity;

/** Where a ticket stands; DONE and LEFT are the end. */
public enum TicketState {
  WAITING,
  CALLED,
  SERVING,
  MISSED,
  DONE,
  LEFT;

  public boolean ended() {
    return this == DONE || this == LEFT;
  }
}
