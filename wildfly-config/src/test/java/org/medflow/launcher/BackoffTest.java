package org.medflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  private final Backoff backoff = new Backoff();

  @Test
  void startsAgainAtOnceTheFirstTime() {
    assertThat(backoff.next(NOW)).isZero();
  }

  @Test
  void doublesItsPausesUpToAQuarterOfAMinute() {
    var last = Duration.ZERO;
    for (int i = 0; i < 9; i++) {
      last = backoff.next(NOW.plusSeconds(i));
    }

    assertThat(last).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void forgetsOldTroubleAfterAQuietWhile() {
    backoff.next(NOW);
    backoff.next(NOW.plusSeconds(1));

    assertThat(backoff.next(NOW.plusSeconds(700))).isZero();
  }
}
