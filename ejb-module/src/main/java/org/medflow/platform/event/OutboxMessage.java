package org.medflow.platform.event;

import java.util.UUID;

/** A message on its way out; the id is the receiver's key against doubles. */
public record OutboxMessage(
    UUID id, String room, String type, String key, String json, int attempts) {}
