package org.medflow.platform.event;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Tails the live events of this node once a second. A sequence number may commit after a later one,
 * so the last half minute is read again and what was delivered is remembered.
 */
@Singleton
@Startup
public class LiveTail {

  private static final Duration WINDOW = Duration.ofSeconds(30);
  private static final Duration KEPT = Duration.ofHours(12);

  @Inject LiveEventQuery events;
  @Inject LiveEvents live;
  @Inject Clock clock;

  private final Map<Long, Instant> delivered = new HashMap<>();
  private Instant started;

  @PostConstruct
  void start() {
    started = clock.instant();
  }

  @Schedule(hour = "*", minute = "*", second = "*/1", persistent = false)
  void tail() {
    if (live.heard()) {
      var now = clock.instant();
      var from = started.isAfter(now.minus(WINDOW)) ? started : now.minus(WINDOW);
      delivered.values().removeIf(at -> at.isBefore(now.minus(WINDOW.multipliedBy(2))));
      events.begunAfter(from).stream()
          .filter(event -> delivered.putIfAbsent(event.seq(), now) == null)
          .forEach(live::deliver);
    }
  }

  @Schedule(hour = "*", minute = "7", second = "11", persistent = false)
  void forget() {
    events.forget(clock.instant().minus(KEPT));
  }
}
