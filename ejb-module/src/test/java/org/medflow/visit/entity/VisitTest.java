package org.medflow.visit.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.medflow.platform.error.Conflict;

class VisitTest {

  private static final Instant NOW = Instant.parse("2026-03-12T08:00:00Z");
  private static final UUID DOCTOR = UUID.randomUUID();
  private static final UUID NURSE = UUID.randomUUID();

  @Test
  void whoeverBeginsIsTheProviderWhenNobodyWasNamed() {
    var visit = arrived();
    visit.begin(DOCTOR, NOW);
    assertThat(visit.status()).isEqualTo(VisitStatus.IN_PROGRESS);
    assertThat(visit.provider()).isEqualTo(DOCTOR);
    visit.begin(NURSE, NOW.plusSeconds(5));
    assertThat(visit.provider()).isEqualTo(DOCTOR);
    assertThat(visit.times().started()).isEqualTo(NOW);
  }

  @Test
  void oneThatNobodyBeganIsCompletedAllTheSame() {
    var visit = arrived();
    visit.complete(DOCTOR, NOW);
    assertThat(visit.status()).isEqualTo(VisitStatus.COMPLETED);
    assertThat(visit.times().started()).isEqualTo(NOW);
    assertThat(visit.times().ended()).isEqualTo(NOW);
  }

  @Test
  void aNoShowMayComeAfterAll() {
    var visit = arrived();
    visit.missed(NOW);
    assertThat(visit.status()).isEqualTo(VisitStatus.NO_SHOW);
    visit.back();
    assertThat(visit.status()).isEqualTo(VisitStatus.CHECKED_IN);
    assertThat(visit.times().ended()).isNull();
  }

  @Test
  void nothingHappensToOneThatHasEnded() {
    var visit = arrived();
    visit.complete(DOCTOR, NOW);
    refuses(() -> visit.begin(DOCTOR, NOW), "visit-state");
    refuses(() -> visit.cancel("why", NOW), "visit-state");
    refuses(() -> visit.missed(NOW), "visit-state");
    refuses(visit::back, "visit-state");
    refuses(() -> visit.complain("red", Eye.OD), "visit-state");
    refuses(() -> visit.hold(DOCTOR, NOW), "visit-state");
  }

  @Test
  void oneThatWasBegunIsNoNoShow() {
    var visit = arrived();
    visit.begin(DOCTOR, NOW);
    refuses(() -> visit.missed(NOW), "visit-state");
  }

  @Test
  void whoeverWritesHoldsItForFiveMinutesAndMayRenew() {
    var visit = arrived();
    visit.hold(NURSE, NOW);
    refuses(() -> visit.hold(DOCTOR, NOW.plusSeconds(299)), "visit-held");
    refuses(() -> visit.mayWrite(DOCTOR, NOW.plusSeconds(299)), "visit-held");
    visit.hold(NURSE, NOW.plusSeconds(200));
    refuses(() -> visit.hold(DOCTOR, NOW.plusSeconds(301)), "visit-held");
    visit.release(DOCTOR);
    refuses(() -> visit.hold(DOCTOR, NOW.plusSeconds(301)), "visit-held");
    visit.release(NURSE);
    visit.hold(DOCTOR, NOW.plusSeconds(301));
    assertThat(visit.lease().by()).isEqualTo(DOCTOR);
  }

  @Test
  void aLeaseThatRanOutHoldsNobodyBack() {
    var visit = arrived();
    visit.hold(NURSE, NOW);
    visit.hold(DOCTOR, NOW.plusSeconds(301));
    assertThat(visit.lease().by()).isEqualTo(DOCTOR);
  }

  private static Visit arrived() {
    var arrival =
        new Visit.Arrival(
            UUID.randomUUID(),
            "VIS202603120001",
            UUID.randomUUID(),
            null,
            LocalDate.of(2026, 3, 12),
            VisitKind.CONSULTATION,
            null,
            null);
    return Visit.arrive(UUID.randomUUID(), arrival, Visit.Cover.NONE, NURSE, NOW);
  }

  private static void refuses(ThrowingCallable deed, String code) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(
            Conflict.class, conflict -> assertThat(conflict.code()).isEqualTo(code));
  }
}
