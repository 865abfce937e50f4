package org.medflow.queue.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.medflow.platform.error.Conflict;

class TicketTest {

  private static final Instant NOW = Instant.parse("2026-03-12T08:00:00Z");
  private static final UUID ROOM = UUID.randomUUID();
  private static final UUID NURSE = UUID.randomUUID();

  @Test
  void isCalledOnceAndThreeTimesAgain() {
    var ticket = fresh();
    for (int i = 1; i <= Ticket.CALLS; i++) {
      ticket.call(ROOM, NURSE, NOW.plusSeconds(i));
      assertThat(ticket.calls()).isEqualTo(i);
    }
    refuses(() -> ticket.call(ROOM, NURSE, NOW), "recalls-used");
    ticket.missed();
    assertThat(ticket.state()).isEqualTo(TicketState.MISSED);
  }

  @Test
  void startsAnewAtTheNextStation() {
    var ticket = fresh();
    ticket.call(ROOM, NURSE, NOW.plus(Duration.ofMinutes(12)));
    ticket.begin(NOW.plus(Duration.ofMinutes(13)));
    ticket.moveTo(Station.DOCTOR, NOW.plus(Duration.ofMinutes(20)));
    assertThat(ticket.state()).isEqualTo(TicketState.WAITING);
    assertThat(ticket.station()).isEqualTo("doctor");
    assertThat(ticket.calls()).isZero();
    assertThat(ticket.room()).isNull();
  }

  @Test
  void whoeverMissedHerCallComesBackWithTheTimeOfHerArrival() {
    var ticket = fresh();
    ticket.call(ROOM, NURSE, NOW.plusSeconds(60));
    ticket.missed();
    ticket.back(NOW.plusSeconds(600));
    assertThat(ticket.state()).isEqualTo(TicketState.WAITING);
    assertThat(ticket.arrivedAt()).isEqualTo(NOW);
  }

  @Test
  void refusesWhatHerStateDoesNotAllow() {
    var waiting = fresh();
    refuses(() -> waiting.begin(NOW), "ticket-state");
    refuses(waiting::missed, "ticket-state");
    refuses(() -> waiting.back(NOW), "ticket-state");
    var gone = fresh();
    gone.leave(NOW);
    refuses(() -> gone.call(ROOM, NURSE, NOW), "ticket-state");
    refuses(() -> gone.finish(NOW), "ticket-state");
    refuses(() -> gone.moveTo(Station.CASHIER, NOW), "ticket-state");
    var served = fresh();
    served.call(ROOM, NURSE, NOW);
    served.begin(NOW);
    refuses(() -> served.leave(NOW), "ticket-state");
  }

  private static Ticket fresh() {
    var who =
        new Ticket.Who(
            UUID.randomUUID(),
            LocalDate.of(2026, 3, 12),
            UUID.randomUUID(),
            UUID.randomUUID(),
            null,
            "NORMAL");
    return Ticket.issue(UUID.randomUUID(), who, 12, Station.TRIAGE, NOW);
  }

  private static void refuses(ThrowingCallable deed, String code) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(
            Conflict.class, conflict -> assertThat(conflict.code()).isEqualTo(code));
  }
}
