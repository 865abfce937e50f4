package org.medflow.scheduling.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.error.Invalid;
import org.medflow.scheduling.control.CancelPolicy.Asked;
import org.medflow.scheduling.control.CancelPolicy.Terms;
import org.medflow.scheduling.entity.AppointmentStatus;
import org.medflow.scheduling.entity.CancelledSide;
import org.medflow.scheduling.entity.Priority;

class CancelPolicyTest {

  private static final Instant NOW = Instant.parse("2026-03-12T08:00:00Z");
  private static final CancelPolicy POLICY = new CancelPolicy(24, 50, 2, 100);
  private static final Terms WHY = new Terms("malade", false, false);

  @ParameterizedTest
  @CsvSource({"2880,0", "1440,0", "1439,50", "120,50", "119,100", "1,100"})
  void costsMoreTheLaterItIs(int minutesLeft, int percent) {
    assertThat(POLICY.fee(planned(minutesLeft, CancelledSide.PATIENT), WHY, NOW))
        .isEqualTo(percent);
  }

  @Test
  void costsNothingWhenTheClinicCallsOffOrForAnEmergency() {
    assertThat(POLICY.fee(planned(5, CancelledSide.CLINIC), WHY, NOW)).isZero();
    var emergency =
        new Asked(
            AppointmentStatus.SCHEDULED,
            NOW.plusSeconds(60),
            Priority.EMERGENCY,
            CancelledSide.PATIENT);
    assertThat(POLICY.fee(emergency, WHY, NOW)).isZero();
  }

  @Test
  void aLateOneWantsItsReason() {
    var none = new Terms(null, false, false);
    assertThatThrownBy(() -> POLICY.fee(planned(60, CancelledSide.PATIENT), none, NOW))
        .isInstanceOf(Invalid.class);
    assertThat(POLICY.fee(planned(2_880, CancelledSide.PATIENT), none, NOW)).isZero();
  }

  @Test
  void givesTheFeeUpOnlyForWhoeverMay() {
    var asked = planned(60, CancelledSide.PATIENT);
    assertThatThrownBy(() -> POLICY.fee(asked, new Terms("malade", true, false), NOW))
        .isInstanceOf(Forbidden.class);
    assertThat(POLICY.fee(asked, new Terms("malade", true, true), NOW)).isZero();
  }

  @Test
  void whatHasPassedIsANoShowAndNotCalledOff() {
    assertThatThrownBy(() -> POLICY.fee(planned(-1, CancelledSide.PATIENT), WHY, NOW))
        .isInstanceOf(Conflict.class);
  }

  private static Asked planned(int minutesLeft, CancelledSide side) {
    return new Asked(
        AppointmentStatus.SCHEDULED,
        NOW.plus(Duration.ofMinutes(minutesLeft)),
        Priority.NORMAL,
        side);
  }
}
