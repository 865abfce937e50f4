package org.medflow.scheduling.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Times that can be offered on one day. Between two appointments the larger of both buffers stays
 * free; what is offered lies wholly within the hours, begins on a step, and can be booked.
 */
public final class DaySlots {

  private static final Duration STEP = Duration.ofMinutes(15);
  private static final long ROUND = 300;

  private DaySlots() {}

  /** A time in which the provider is there. */
  public record Open(Instant from, Instant till) {}

  /** A time that is taken, with the minutes that stay free beside it. */
  public record Busy(Instant from, Instant till, int buffer) {}

  /** How long, with what buffer, and not before when. */
  public record Asked(int minutes, int buffer, Instant notBefore) {

    Duration length() {
      return Duration.ofMinutes(minutes);
    }
  }

  /** The beginnings of what can be offered, in their order. */
  public static List<Instant> of(List<Open> open, List<Busy> busy, Asked asked) {
    var found = new ArrayList<Instant>();
    var step = asked.length().compareTo(STEP) < 0 ? asked.length() : STEP;
    for (var span : open) {
      var start = rounded(later(span.from(), asked.notBefore()), span.from());
      while (!start.plus(asked.length()).isAfter(span.till())) {
        var blocker = blocker(start, busy, asked);
        if (blocker == null) {
          found.add(start);
          start = start.plus(step);
        } else {
          start = rounded(blocker.till().plus(gap(blocker, asked)), span.from());
        }
      }
    }
    return found;
  }

  private static Busy blocker(Instant start, List<Busy> busy, Asked asked) {
    var end = start.plus(asked.length());
    return busy.stream()
        .filter(
            taken ->
                start.isBefore(taken.till().plus(gap(taken, asked)))
                    && end.plus(gap(taken, asked)).isAfter(taken.from()))
        .findFirst()
        .orElse(null);
  }

  private static Duration gap(Busy taken, Asked asked) {
    return Duration.ofMinutes(Math.max(taken.buffer(), asked.buffer()));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  /** The next five minutes, counted from when the hours began. */
  private static Instant rounded(Instant at, Instant from) {
    long seconds = Duration.between(from, at).plusNanos(999_999_999).toSeconds();
    return from.plusSeconds((seconds + ROUND - 1) / ROUND * ROUND);
  }
}
