package org.medflow.identity.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medflow.platform.Ids;
import org.medflow.platform.security.Permission;
import org.medflow.platform.store.FakeRows;
import org.medflow.platform.store.StoreException;

class SessionQueryTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final UUID SESSION = Ids.next();

  private final FakeRows rows = new FakeRows();
  private final SessionQuery sessions = new SessionQuery();

  SessionQueryTest() {
    sessions.rows = rows;
  }

  private static Map<String, Object> row(Instant seen) {
    return FakeRows.row(
        "id",
        SESSION,
        "user_id",
        Ids.next(),
        "username",
        "nadine",
        "language",
        "fr",
        "clinic_id",
        Ids.next(),
        "proven_at",
        seen,
        "last_seen_at",
        seen,
        "permissions",
        new String[] {"view_patients", "register_patients"});
  }

  @Test
  void readsUserClinicAndRightsInOneStatement() {
    rows.answer("from medflow.user_session", row(NOW));
    var present = sessions.present(SESSION, null, NOW).orElseThrow();
    assertThat(present.username()).isEqualTo("nadine");
    assertThat(present.permissions())
        .containsExactlyInAnyOrder(Permission.VIEW_PATIENTS, Permission.REGISTER_PATIENTS);
    assertThat(rows.calls()).hasSize(1);
  }

  @Test
  void asksAgainOnceWhenTheConnectionIsLost() {
    rows.refuses("from medflow.user_session", "57P01", "terminating connection");
    assertThatThrownBy(() -> sessions.peek(SESSION, null, NOW)).isInstanceOf(StoreException.class);
    assertThat(rows.calls()).hasSize(2);
  }

  @Test
  void asksOnlyOnceWhenTheStatementIsRefused() {
    rows.refuses("from medflow.user_session", "42501", "permission denied");
    assertThatThrownBy(() -> sessions.peek(SESSION, null, NOW)).isInstanceOf(StoreException.class);
    assertThat(rows.calls()).hasSize(1);
  }

  @Test
  void remembersOnceAMinuteThatItWasUsed() {
    rows.answer("from medflow.user_session", row(NOW.minusSeconds(61)));
    sessions.present(SESSION, null, NOW);
    assertThat(rows.last().sql()).contains("set last_seen_at");
    assertThat(rows.last().parameters()).containsExactly(NOW, SESSION);
  }

  @Test
  void asksForSessionsThatWereSeenWithinTheIdleTime() {
    sessions.present(SESSION, null, NOW);
    assertThat(rows.last().parameters()).endsWith(SESSION, NOW, NOW.minus(SessionQuery.IDLE));
    assertThat(rows.last().sql()).contains("ended_at is null").contains("u.active");
  }

  @Test
  void findsTheClinicByCodeOrById() {
    var clinic = Ids.next();
    sessions.present(SESSION, clinic.toString(), NOW);
    assertThat(rows.last().parameters()).startsWith(null, clinic, null);
    sessions.present(SESSION, "KIN", NOW);
    assertThat(rows.last().parameters()).startsWith("KIN", null, "KIN");
  }

  @Test
  void endsASessionOnceAndForAll() {
    sessions.end(SESSION, NOW);
    assertThat(rows.last().sql()).contains("ended_at is null");
    assertThat(rows.last().parameters()).containsExactly(NOW, SESSION);
  }

  @Test
  void opensASessionThatEndsHoweverBusyItIs() {
    var live = new SessionQuery.Live(SESSION, Ids.next(), Ids.next());
    sessions.open(live, NOW, new SessionQuery.Origin("10.0.0.1", "Browser"));
    assertThat(rows.last().parameters())
        .containsExactly(
            SESSION,
            live.user(),
            live.clinic(),
            NOW,
            NOW,
            NOW,
            NOW.plus(Duration.ofHours(12)),
            "10.0.0.1",
            "Browser");
  }

  @Test
  void remembersTheChosenClinic() {
    var clinic = Ids.next();
    sessions.choose(SESSION, clinic);
    assertThat(rows.last().parameters()).containsExactly(clinic, SESSION);
  }
}
