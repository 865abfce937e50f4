package org.medflow.scheduling.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medflow.scheduling.control.WaitingOrder.Waiting;
import org.medflow.scheduling.entity.WishPriority;

class WaitingOrderTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 12);
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  @Test
  void aDayThatAClinicianNamedCountsFirstThenUrgencyThenWhoWaitsLongest() {
    var oldNormal = waiting(null, WishPriority.NORMAL, 0);
    var newNormal = waiting(null, WishPriority.NORMAL, 60);
    var high = waiting(null, WishPriority.HIGH, 90);
    var urgent = waiting(null, WishPriority.URGENT, 120);
    var soon = waiting(DAY, WishPriority.NORMAL, 150);
    var later = waiting(DAY.plusDays(9), WishPriority.URGENT, 0);
    assertThat(WaitingOrder.of(List.of(newNormal, oldNormal, high, later, urgent, soon)))
        .containsExactly(soon, later, urgent, high, oldNormal, newNormal);
  }

  private static Waiting waiting(LocalDate seeBy, WishPriority priority, int seconds) {
    return new Waiting(UUID.randomUUID(), seeBy, priority, NOW.plusSeconds(seconds));
  }
}
