package org.medflow.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The log of what changed: written in the caller's transaction, tailed by every node. */
@ApplicationScoped
public class LiveEvents {
  /** Adds an event for the actor's clinics; topic for example {@code patients}. */
  public void publish(String topic, String entity, UUID id) {
    throw new UnsupportedOperationException();
  }

  /** Events after {@code seq} in these clinics and topics, oldest first, at most 500. */
  public List<LiveEvent> since(long seq, Set<UUID> clinics, Set<String> topics) {
    throw new UnsupportedOperationException();
  }

  /** Hears every event of every clinic on this node soon after its commit; the caller filters. */
  public AutoCloseable listen(Consumer<LiveEvent> listener) {
    throw new UnsupportedOperationException();
  }
}
