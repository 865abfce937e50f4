package org.medflow.identity.boundary;

import static org.medflow.platform.security.Permission.MANAGE_USERS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.identity.control.AccountReach;
import org.medflow.identity.control.FourEyes;
import org.medflow.identity.control.RoleGiving;
import org.medflow.identity.control.RoleQuery;
import org.medflow.identity.control.RoleRequestQuery;
import org.medflow.identity.control.SessionQuery;
import org.medflow.identity.control.UserRepository;
import org.medflow.identity.entity.RoleRequest;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;

/**
 * Who gets which role in the clinic of the call. What is taken away is gone at once, with the
 * sessions that were opened under it; what is given waits for somebody else. The row of the request
 * and its constraints keep asker, decider and receiver three people, whatever this class does.
 */
@Stateless
public class RoleDesk {

  private static final Duration SHOWN = Duration.ofDays(30);

  @Inject AccountReach reach;
  @Inject UserRepository users;
  @Inject RoleQuery roles;
  @Inject RoleRequestQuery requests;
  @Inject RoleGiving giving;
  @Inject SessionQuery sessions;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** Her roles are to be these: the missing ones are taken, the new ones asked for. */
  @Requires(MANAGE_USERS)
  public void change(UUID id, long version, Collection<String> wanted) {
    var caller = Actors.current();
    var user = reach.seen(id, version);
    if (id.equals(caller.id())) {
      throw new Forbidden("own-roles");
    }
    var known = known(wanted);
    var present = Set.copyOf(roles.rolesOf(id, caller.clinic()));
    users.touch(user);
    var taken = present.stream().filter(role -> !known.contains(role)).sorted().toList();
    take(id, taken, caller);
    known.stream()
        .filter(role -> !present.contains(role))
        .sorted()
        .forEach(role -> giving.ask(id, role));
  }

  /** Requests that wait, then those decided of late. */
  @Requires(MANAGE_USERS)
  public List<RoleRequestView> requests() {
    var now = clock.instant();
    return requests.recent(Actors.current().id(), now.minus(SHOWN), now);
  }

  /** How many requests wait here. */
  @Requires(MANAGE_USERS)
  public int waiting() {
    return requests.waiting(clock.instant());
  }

  @Requires(MANAGE_USERS)
  public void approve(UUID id) {
    var request = known(id);
    var decider = Actors.current();
    FourEyes.approving(request, decider, clock.instant()).ifPresent(RoleDesk::refuse);
    decide(id, "approved", decider.id());
    giving.give(request);
  }

  /** Says no; whoever asked takes her request back with this. */
  @Requires(MANAGE_USERS)
  public void refuse(UUID id) {
    var request = known(id);
    var decider = Actors.current();
    if (request.user().equals(decider.id())) {
      throw new Forbidden("own-roles");
    }
    boolean back = request.askedBy().equals(decider.id());
    decide(id, back ? "withdrawn" : "refused", back ? null : decider.id());
    audit.wrote(
        back ? "user.role-withdraw" : "user.role-refuse",
        "app_user",
        List.of(request.user()),
        request.role());
  }

  private void take(UUID id, List<String> taken, Actor caller) {
    for (var role : taken) {
      if (!FourEyes.reaches(caller, role)) {
        throw new Forbidden("needs-manage-system");
      }
      roles.take(id, caller.clinic(), role);
      audit.wrote("user.role-take", "app_user", List.of(id), role);
    }
    if (!taken.isEmpty()) {
      var ended = sessions.endOthers(id, null, clock.instant());
      if (!ended.isEmpty()) {
        audit.wrote("session.end", "user_session", ended, "roles-taken");
      }
    }
  }

  private void decide(UUID id, String state, UUID decider) {
    if (!requests.decide(id, state, decider, clock.instant())) {
      throw new Conflict("role-request-decided");
    }
  }

  private RoleRequest known(UUID id) {
    return requests.byId(id).orElseThrow(() -> new NotFound("not-found"));
  }

  private Set<String> known(Collection<String> wanted) {
    if (wanted == null || wanted.stream().anyMatch(role -> role == null)) {
      throw Invalid.field("roles", "required");
    }
    var codes = wanted.stream().collect(Collectors.toUnmodifiableSet());
    if (!roles.roles().containsAll(codes)) {
      throw Invalid.field("roles", "unknown-role");
    }
    return codes;
  }

  private static void refuse(String code) {
    if (code.equals("role-request-expired")) {
      throw new Conflict(code);
    }
    throw new Forbidden(code);
  }
}
