package org.medflow.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** What must leave the system, written in the transaction that decided it. */
@ApplicationScoped
public class Outbox {

  @Inject OutboxQuery rows;

  /** Adds a message; messages of one room and key leave in the order of their commit. */
  public void add(String room, String type, String key, String json) {
    rows.add(room, type, key, json);
  }

  /**
   * Plans a message that leaves no earlier than {@code due}; a key that has one waiting keeps it.
   */
  public void plan(OutboxMessage message, Instant due) {
    rows.plan(message, due);
  }

  /** Takes back what waits under this key. */
  public void withdraw(String room, String key) {
    rows.withdraw(room, key);
  }
}
