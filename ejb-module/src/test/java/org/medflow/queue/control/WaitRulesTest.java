package org.medflow.queue.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaitRulesTest {

  private static final Instant NOW = Instant.parse("2026-03-12T08:00:00Z");

  @Test
  void countsThoseBeforeHer() {
    assertThat(WaitRules.estimate(0, 15)).isZero();
    assertThat(WaitRules.estimate(3, 15)).isEqualTo(45);
  }

  @Test
  void neverTellsMoreThanThreeHours() {
    assertThat(WaitRules.estimate(12, 15)).isEqualTo(180);
    assertThat(WaitRules.estimate(400, 120)).isEqualTo(180);
  }

  @Test
  void countsTheBegunMinute() {
    assertThat(WaitRules.minutesUntil(NOW.plusSeconds(61), NOW)).isEqualTo(2);
    assertThat(WaitRules.minutesUntil(NOW.plusSeconds(60), NOW)).isEqualTo(1);
    assertThat(WaitRules.minutesUntil(NOW, NOW)).isZero();
    assertThat(WaitRules.minutesUntil(NOW.minusSeconds(90), NOW)).isZero();
  }
}
