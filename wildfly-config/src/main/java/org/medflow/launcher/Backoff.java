package org.medflow.launcher;

import java.time.Duration;
import java.time.Instant;

/**
 * Pauses between restarts: none at first, doubling up to a quarter of a minute, which is about what
 * a start takes; forgotten after a quiet while.
 */
final class Backoff {

  private static final Duration MOST = Duration.ofSeconds(15);
  private static final Duration QUIET = Duration.ofMinutes(10);

  private Duration pause = Duration.ZERO;
  private Instant last = Instant.EPOCH;

  Duration next() {
    return next(Instant.now());
  }

  Duration next(Instant now) {
    if (last.plus(QUIET).isBefore(now)) {
      pause = Duration.ZERO;
    }
    last = now;
    var current = pause;
    var doubled = pause.isZero() ? Duration.ofSeconds(1) : pause.multipliedBy(2);
    pause = doubled.compareTo(MOST) > 0 ? MOST : doubled;
    return current;
  }
}
