package org.medflow.identity.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Permission;
import org.medflow.platform.store.FakeRows;

class RoleGivingTest {

  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
  private static final UUID CLINIC = Ids.next();

  private final FakeRows rows = new FakeRows();
  private final List<String> audited = new ArrayList<>();
  private final RoleGiving giving = new RoleGiving();
  private final UUID receiver = Ids.next();
  private final Actor asker =
      new Actor(
          Actor.Kind.USER, Ids.next(), Set.of(CLINIC), Set.of(Permission.MANAGE_USERS), Ids.next());

  @BeforeEach
  void wire() {
    giving.requests = new RoleRequestQuery();
    giving.requests.rows = rows;
    giving.roles = new RoleQuery();
    giving.roles.rows = rows;
    giving.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    giving.audit =
        new AuditTrail() {
          @Override
          public void wrote(String action, String entity, Collection<UUID> ids, String reason) {
            audited.add(action + " " + reason);
          }
        };
  }

  private void others(int count) {
    rows.answer("as others from", FakeRows.row("others", count));
  }

  private void ask(UUID user, String role) {
    Actors.run(asker, () -> giving.ask(user, role));
  }

  @Test
  void waitsForSomebodyElseWhereThereIsSomebody() {
    others(1);
    ask(receiver, "nurse");
    assertThat(audited).containsExactly("user.role-ask nurse");
    assertThat(rows.calls()).noneMatch(call -> call.sql().contains("into medflow.user_role"));
  }

  @Test
  void givesAtOnceWhereNobodyElseCouldDecideAndSaysSo() {
    others(0);
    ask(receiver, "nurse");
    assertThat(audited).containsExactly("user.role-give-alone four-eyes-missing: nurse");
    assertThat(rows.last().sql()).contains("into medflow.user_role");
    assertThat(rows.last().parameters()).containsExactly(receiver, CLINIC, "nurse");
    assertThat(rows.calls()).anyMatch(call -> call.sql().contains("state = 'alone'"));
  }

  @Test
  void asksOnceForTheSameRole() {
    others(0);
    rows.touches("insert into medflow.role_request", 0);
    ask(receiver, "nurse");
    assertThat(audited).isEmpty();
  }

  @Test
  void asksForNobodysOwnRoleAndForNoneOfTheSystem() {
    assertThatThrownBy(() -> ask(asker.id(), "nurse"))
        .isInstanceOf(Forbidden.class)
        .hasMessage("own-roles");
    assertThatThrownBy(() -> ask(receiver, "admin")).hasMessage("needs-manage-system");
    assertThat(rows.calls()).isEmpty();
  }

  @Test
  void countsOnlyThoseWhoCouldDecideAboutRolesOfTheSystem() {
    var keeper =
        new Actor(
            Actor.Kind.USER,
            Ids.next(),
            Set.of(CLINIC),
            Set.of(Permission.MANAGE_USERS, Permission.MANAGE_SYSTEM),
            Ids.next());
    others(1);
    Actors.run(keeper, () -> giving.ask(receiver, "admin"));
    assertThat(rows.last().parameters()).containsExactly(CLINIC, keeper.id(), receiver, true);
  }
}
