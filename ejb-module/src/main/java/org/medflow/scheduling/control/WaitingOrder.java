package org.medflow.scheduling.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.medflow.scheduling.entity.WishPriority;

/**
 * Who is offered a place first: whom a clinician wants to see soonest, then the urgent, then the
 * high, then who has waited longest. Source: spec clinical.md 3.
 */
public final class WaitingOrder {

  private static final Comparator<Waiting> ORDER =
      Comparator.comparing(Waiting::seeBy, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Waiting::priority)
          .thenComparing(Waiting::madeAt)
          .thenComparing(Waiting::id);

  private WaitingOrder() {}

  /** Somebody who waits. */
  public record Waiting(UUID id, LocalDate seeBy, WishPriority priority, Instant madeAt) {}

  public static List<Waiting> of(List<Waiting> all) {
    return all.stream().sorted(ORDER).toList();
  }
}
