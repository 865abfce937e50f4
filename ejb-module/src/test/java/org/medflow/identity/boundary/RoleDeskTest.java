package org.medflow.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.identity.control.AccountReach;
import org.medflow.identity.control.RoleGiving;
import org.medflow.identity.control.RoleQuery;
import org.medflow.identity.control.RoleRequestQuery;
import org.medflow.identity.control.SessionQuery;
import org.medflow.identity.control.UserRepository;
import org.medflow.identity.entity.AppUser;
import org.medflow.identity.entity.RoleRequest;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Permission;

class RoleDeskTest {

  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
  private static final UUID CLINIC = Ids.next();

  private final AppUser person =
      AppUser.invite(Ids.next(), new AppUser.Who("mado", "Mado", "Kalala"), NOW);
  private final Actor caller = actor(Ids.next());
  private final List<String> done = new ArrayList<>();
  private final RoleDesk desk = new RoleDesk();
  private List<String> held = List.of("nurse");
  private RoleRequest request;
  private boolean first = true;

  private static Actor actor(UUID id, Permission... more) {
    var permissions = new ArrayList<>(List.of(Permission.MANAGE_USERS));
    permissions.addAll(List.of(more));
    return new Actor(Actor.Kind.USER, id, Set.of(CLINIC), Set.copyOf(permissions), Ids.next());
  }

  @BeforeEach
  void wire() {
    desk.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    desk.reach =
        new AccountReach() {
          @Override
          public AppUser seen(UUID id, long version) {
            return person;
          }
        };
    desk.users =
        new UserRepository() {
          @Override
          public void touch(AppUser user) {
            done.add("touched");
          }
        };
    desk.roles = roles();
    desk.requests = requests();
    desk.giving = giving();
    desk.sessions =
        new SessionQuery() {
          @Override
          public List<UUID> endOthers(UUID user, UUID kept, Instant now) {
            return List.of(Ids.next());
          }
        };
    desk.audit =
        new AuditTrail() {
          @Override
          public void wrote(String action, String entity, Collection<UUID> ids, String reason) {
            done.add(action + " " + reason);
          }
        };
  }

  private RoleQuery roles() {
    return new RoleQuery() {
      @Override
      public Set<String> roles() {
        return Set.of("nurse", "cashier", "admin");
      }

      @Override
      public List<String> rolesOf(UUID user, UUID clinic) {
        return held;
      }

      @Override
      public boolean take(UUID user, UUID clinic, String role) {
        return done.add("took " + role);
      }
    };
  }

  private RoleRequestQuery requests() {
    return new RoleRequestQuery() {
      @Override
      public Optional<RoleRequest> byId(UUID id) {
        return Optional.ofNullable(request);
      }

      @Override
      public boolean decide(UUID id, String state, UUID decider, Instant now) {
        done.add(state + " by " + (decider == null ? "nobody" : "somebody"));
        return first;
      }
    };
  }

  private RoleGiving giving() {
    return new RoleGiving() {
      @Override
      public void ask(UUID user, String role) {
        done.add("asked " + role);
      }

      @Override
      public void give(RoleRequest approved) {
        done.add("gave " + approved.role());
      }
    };
  }

  private void change(Actor actor, String... roles) {
    Actors.run(actor, () -> desk.change(person.id(), 0, Arrays.asList(roles)));
  }

  private void waits(UUID asker) {
    request =
        new RoleRequest(Ids.next(), CLINIC, person.id(), "nurse", asker, NOW, NOW.plusSeconds(60));
  }

  @Test
  void takesAtOnceAndAsksForWhatIsNew() {
    change(caller, "cashier");
    assertThat(done)
        .containsExactly(
            "touched",
            "took nurse",
            "user.role-take nurse",
            "session.end roles-taken",
            "asked cashier");
  }

  @Test
  void endsNoSessionWhenNothingIsTaken() {
    change(caller, "nurse", "cashier");
    assertThat(done).containsExactly("touched", "asked cashier");
  }

  @Test
  void leavesTheRolesOfTheSystemToThoseWhoManageIt() {
    held = List.of("admin");
    assertThatThrownBy(() -> change(caller)).hasMessage("needs-manage-system");
    change(actor(Ids.next(), Permission.MANAGE_SYSTEM));
    assertThat(done).contains("took admin");
  }

  @Test
  void refusesOnesOwnRolesAndRolesThatThereAreNot() {
    assertThatThrownBy(() -> change(actor(person.id()), "cashier")).hasMessage("own-roles");
    assertThatThrownBy(() -> change(caller, "dentist")).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> change(caller, (String) null)).isInstanceOf(Invalid.class);
    assertThat(done).isEmpty();
  }

  @Test
  void givesWhatAThirdPersonApproves() {
    waits(Ids.next());
    Actors.run(caller, () -> desk.approve(request.id()));
    assertThat(done).containsExactly("approved by somebody", "gave nurse");
  }

  @Test
  void givesNothingToWhoeverComesSecond() {
    waits(Ids.next());
    first = false;
    assertThatThrownBy(() -> Actors.run(caller, () -> desk.approve(request.id())))
        .isInstanceOf(Conflict.class)
        .hasMessage("role-request-decided");
    assertThat(done).doesNotContain("gave nurse");
  }

  @Test
  void refusesForOthersAndTakesOnesOwnRequestBack() {
    waits(Ids.next());
    Actors.run(caller, () -> desk.refuse(request.id()));
    waits(caller.id());
    Actors.run(caller, () -> desk.refuse(request.id()));
    assertThat(done)
        .containsExactly(
            "refused by somebody",
            "user.role-refuse nurse",
            "withdrawn by nobody",
            "user.role-withdraw nurse");
  }

  @Test
  void givesWhoeverGetsTheRoleNoSay() {
    waits(Ids.next());
    var receiver = actor(person.id());
    assertThatThrownBy(() -> Actors.run(receiver, () -> desk.refuse(request.id())))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> Actors.run(receiver, () -> desk.approve(request.id())))
        .isInstanceOf(Forbidden.class);
    waits(caller.id());
    assertThatThrownBy(() -> Actors.run(caller, () -> desk.approve(request.id())))
        .hasMessage("four-eyes-asker");
    request = null;
    assertThatThrownBy(() -> Actors.run(caller, () -> desk.approve(Ids.next())))
        .isInstanceOf(NotFound.class);
    assertThat(done).isEmpty();
  }
}
