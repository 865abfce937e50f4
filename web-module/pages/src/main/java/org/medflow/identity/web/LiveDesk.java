package org.medflow.identity.web;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.medflow.identity.boundary.LiveTickets;
import org.medflow.platform.event.LiveEvent;
import org.medflow.platform.event.LiveEvents;
import org.medflow.platform.security.Actor;

/**
 * Seats the listeners of this node and passes on what each may hear. Whether a listener's session
 * still lives, and what she may hear, is looked up again whenever half a minute has passed.
 */
@ApplicationScoped
public class LiveDesk {

  private static final Duration TRUST = Duration.ofSeconds(30);

  /** A late commit may carry an earlier number, so a little more than asked for is told again. */
  private static final long OVERLAP = 100;

  @Inject LiveEvents events;
  @Inject LiveTickets tickets;
  @Inject Clock clock;

  private final Map<String, LiveLine> lines = new ConcurrentHashMap<>();
  private LiveEvents.Subscription subscription;

  @PostConstruct
  void open() {
    subscription = events.listen(this::pass);
  }

  @PreDestroy
  void close() {
    subscription.close();
  }

  /** Seats a listener; {@code seen} is the last number she heard, -1 for a newcomer. */
  void seat(Session session, Actor listener, long seen) {
    var line = new LiveLine(session, listener, clock.instant());
    lines.put(session.getId(), line);
    if (seen >= 0) {
      events
          .since(Math.max(0, seen - OVERLAP), listener.clinics(), LiveTopics.of(listener))
          .forEach(line::send);
    }
  }

  void leave(Session session) {
    lines.remove(session.getId());
  }

  /** Whether the session behind a line still lives; a line whose session ended is closed. */
  boolean mayStay(Session session) {
    return Optional.ofNullable(lines.get(session.getId())).filter(this::trusted).isPresent();
  }

  private void pass(LiveEvent event) {
    lines.values().stream()
        .filter(line -> line.hears(event))
        .filter(this::trusted)
        .filter(line -> line.hears(event))
        .forEach(line -> line.send(event));
  }

  private boolean trusted(LiveLine line) {
    var now = clock.instant();
    if (line.checkedAfter(now.minus(TRUST))) {
      return true;
    }
    var again = tickets.again(line.listener());
    again.ifPresentOrElse(actor -> line.trust(actor, now), () -> end(line));
    return again.isPresent();
  }

  private void end(LiveLine line) {
    line.close(new CloseReason(CloseCodes.VIOLATED_POLICY, "session-ended"));
  }
}
