package org.medflow.queue.control;

import java.time.Duration;
import java.time.Instant;

/** Waits in minutes; source: spec clinical.md 4. */
public final class WaitRules {

  /** Nobody is told a longer wait than this. */
  static final long LONGEST = 180;

  private WaitRules() {}

  /** Minutes until somebody with so many people before her is called. */
  public static long estimate(int ahead, int minutesEach) {
    return Math.min(LONGEST, (long) ahead * minutesEach);
  }

  /** Whole minutes until then, the begun one counted; 0 once it has come. */
  public static long minutesUntil(Instant then, Instant now) {
    long seconds = Duration.between(now, then).toSeconds();
    return seconds <= 0 ? 0 : (seconds + 59) / 60;
  }
}
