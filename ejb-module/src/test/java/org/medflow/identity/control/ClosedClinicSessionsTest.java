package org.medflow.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medflow.platform.store.FakeRows;

class ClosedClinicSessionsTest {

  @Test
  void endsWhatIsOpenInTheClinicAndNothingElse() {
    var rows = new FakeRows();
    var sessions = new SessionQuery();
    sessions.rows = rows;
    var closing = new ClosedClinicSessions();
    closing.sessions = sessions;
    closing.clock = Clock.systemUTC();
    var clinic = UUID.randomUUID();
    closing.closed(clinic);
    assertThat(rows.last().sql()).contains("where clinic_id = ? and ended_at is null");
    assertThat(rows.last().parameters()).contains(clinic);
  }
}
