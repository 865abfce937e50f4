package org.medflow.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.medflow.platform.security.Actors;

/** The log of what changed: written in the caller's transaction, tailed by every node. */
@ApplicationScoped
public class LiveEvents {

  private static final int MOST = 500;

  @Inject LiveEventQuery events;

  private final List<Consumer<LiveEvent>> listeners = new CopyOnWriteArrayList<>();

  /** Adds an event for the actor's clinics; topic for example {@code patients}. */
  public void publish(String topic, String entity, UUID id) {
    Actors.current().clinics().forEach(clinic -> events.add(clinic, topic, entity, id));
  }

  /** Events after {@code seq} in these clinics and topics, oldest first, at most 500. */
  public List<LiveEvent> since(long seq, Set<UUID> clinics, Set<String> topics) {
    return clinics.isEmpty() || topics.isEmpty()
        ? List.of()
        : events.since(seq, clinics, topics, MOST);
  }

  /** Hears every event of every clinic on this node soon after its commit; the caller filters. */
  public Subscription listen(Consumer<LiveEvent> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Ends the listening. */
  @FunctionalInterface
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  void deliver(LiveEvent event) {
    listeners.forEach(listener -> listener.accept(event));
  }

  boolean heard() {
    return !listeners.isEmpty();
  }
}
