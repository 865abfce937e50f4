package org.medflow.identity.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.identity.entity.AppUser;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Permission;
import org.medflow.platform.store.FakeRows;

class AccountReachTest {

  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
  private static final UUID CLINIC = Ids.next();

  private final FakeRows rows = new FakeRows();
  private final AccountReach reach = new AccountReach();
  private final AppUser person =
      AppUser.invite(Ids.next(), new AppUser.Who("mado", "Mado", "Kalala"), NOW);
  private final Actor caller = caller(Permission.MANAGE_USERS);

  private static Actor caller(Permission... permissions) {
    return new Actor(Actor.Kind.USER, Ids.next(), Set.of(CLINIC), Set.of(permissions), Ids.next());
  }

  @BeforeEach
  void wire() {
    reach.users =
        new UserRepository() {
          @Override
          public Optional<AppUser> held(UUID id) {
            return Optional.of(person).filter(one -> one.id().equals(id));
          }
        };
    reach.roles = new RoleQuery();
    reach.roles.rows = rows;
    reach.accounts = new AccountQuery();
    reach.accounts.rows = rows;
    reach.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    rows.answer("select 1 where exists", FakeRows.row("seen", 1));
  }

  private AppUser owned(Actor actor) {
    return Actors.as(actor, () -> reach.owned(person.id()));
  }

  @Test
  void findsWhoWorksHere() {
    assertThat(owned(caller)).isSameAs(person);
    assertThat(rows.calls().get(0).parameters())
        .containsExactly(person.id(), CLINIC, person.id(), CLINIC, NOW);
  }

  @Test
  void findsNobodyWhoDoesNot() {
    rows.answer("select 1 where exists");
    assertThatThrownBy(() -> owned(caller)).isInstanceOf(NotFound.class);
  }

  @Test
  void leavesAnAccountAloneThatOpensDoorsElsewhere() {
    rows.answer("p.permission = 'manage_users')", FakeRows.row("beyond", 1));
    assertThatThrownBy(() -> owned(caller)).hasMessage("works-elsewhere");
    assertThat(Actors.as(caller, () -> reach.seen(person.id()))).isSameAs(person);
  }

  @Test
  void leavesThoseAloneWhoManageTheSystemUnlessTheCallerDoesToo() {
    rows.answer("select distinct role", FakeRows.row("role", "super_admin"));
    assertThatThrownBy(() -> owned(caller)).hasMessage("needs-manage-system");
    var keeper = caller(Permission.MANAGE_USERS, Permission.MANAGE_SYSTEM);
    assertThat(owned(keeper)).isSameAs(person);
  }

  @Test
  void leavesOnesOwnAccountToOnesOwnPage() {
    var herself =
        new Actor(
            Actor.Kind.USER,
            person.id(),
            Set.of(CLINIC),
            Set.of(Permission.MANAGE_USERS),
            Ids.next());
    assertThatThrownBy(() -> owned(herself)).hasMessage("own-account");
  }

  @Test
  void refusesAVersionThatIsOutOfDate() {
    assertThatThrownBy(() -> Actors.as(caller, () -> reach.seen(person.id(), 7)))
        .isInstanceOfSatisfying(
            Conflict.class,
            stale -> assertThat(stale.details()).containsEntry("version", person.version()));
  }
}
