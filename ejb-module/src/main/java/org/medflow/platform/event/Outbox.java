package org.medflow.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What must leave the system, written in the transaction that decided it. */
@ApplicationScoped
public class Outbox {

  @Inject OutboxQuery rows;

  /** Adds a message; messages of one room and key leave in the order of their commit. */
  public void add(String room, String type, String key, String json) {
    rows.add(room, type, key, json);
  }
}
