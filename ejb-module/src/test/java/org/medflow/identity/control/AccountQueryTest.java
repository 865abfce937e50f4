package org.medflow.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medflow.identity.boundary.StaffFilter;
import org.medflow.platform.Ids;
import org.medflow.platform.store.FakeRows;

class AccountQueryTest {

  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
  private static final UUID CLINIC = Ids.next();

  private final FakeRows rows = new FakeRows();
  private final AccountQuery accounts = new AccountQuery();

  AccountQueryTest() {
    accounts.rows = rows;
  }

  @Test
  void looksForEveryWordFromBehindTheCursorOn() {
    var behind = Ids.next();
    accounts.find(CLINIC, new StaffFilter(" Kalala  MADO ", true, behind.toString(), 20), NOW);
    assertThat(rows.last().parameters())
        .containsExactly(
            CLINIC,
            CLINIC,
            NOW,
            null,
            null,
            true,
            true,
            behind,
            behind,
            List.of("kalala", "mado"),
            21);
  }

  @Test
  void asksForOneAccountByItsId() {
    var user = Ids.next();
    rows.answer("from medflow.app_user u", row(user));
    var found = accounts.one(CLINIC, user, NOW).orElseThrow();
    assertThat(rows.last().parameters()).startsWith(CLINIC, CLINIC, NOW, user, user);
    assertThat(found.roles()).containsExactly("nurse");
    assertThat(found.waiting()).isEmpty();
    assertThat(found.invited()).isTrue();
    assertThat(found.lastSignInAt()).isNull();
    assertThat(found.passwordAskedAt()).isEqualTo(NOW);
  }

  @Test
  void remembersAForgottenPasswordOfActiveAccountsOnly() {
    accounts.passwordAsked("mado", NOW);
    assertThat(rows.last().sql()).contains("u.active").contains("on conflict (user_id)");
    assertThat(rows.last().parameters()).containsExactly(NOW, "mado");
  }

  private static java.util.Map<String, Object> row(UUID user) {
    return FakeRows.row(
        "id",
        user,
        "username",
        "mado",
        "first_name",
        "Mado",
        "last_name",
        "Kalala",
        "roles",
        new String[] {"nurse"},
        "waiting",
        new String[0],
        "active",
        true,
        "invited",
        true,
        "factor",
        false,
        "last_sign_in",
        null,
        "password_asked",
        NOW,
        "version",
        3L);
  }
}
