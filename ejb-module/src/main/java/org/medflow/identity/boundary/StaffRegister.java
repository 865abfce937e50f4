package org.medflow.identity.boundary;

import static org.medflow.platform.security.Permission.MANAGE_USERS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.identity.control.AccountQuery;
import org.medflow.identity.control.RoleQuery;
import org.medflow.identity.control.SessionQuery;
import org.medflow.platform.Page;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;

/** Who has an account in the clinic of the call, and what roles there are; looks, never changes. */
@Stateless
public class StaffRegister {

  private static final int LEAST = 5;
  private static final int MOST = 100;

  @Inject AccountQuery accounts;
  @Inject SessionQuery sessions;
  @Inject RoleQuery roles;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** By name. */
  @Requires(MANAGE_USERS)
  public Page<StaffRow> find(StaffFilter filter) {
    int size = Math.max(LEAST, Math.min(MOST, filter.size()));
    var asked = new StaffFilter(filter.text(), filter.active(), cursor(filter.cursor()), size);
    var found = accounts.find(Actors.current().clinic(), asked, clock.instant());
    var more = found.size() > size;
    var shown = more ? found.subList(0, size) : found;
    audit.listed("user.search", "app_user", shown.stream().map(StaffRow::id).toList());
    return new Page<>(shown, more ? shown.get(size - 1).id().toString() : null, size);
  }

  @Requires(MANAGE_USERS)
  public StaffView get(UUID id) {
    var caller = Actors.current();
    var now = clock.instant();
    var person =
        accounts.one(caller.clinic(), id, now).orElseThrow(() -> new NotFound("not-found"));
    audit.read("user.read", "app_user", List.of(id));
    boolean elsewhere = roles.beyond(id, caller.id());
    return new StaffView(
        person,
        accounts.clinics(id, caller.id()),
        elsewhere,
        elsewhere ? List.of() : sessions(id, caller.session(), now),
        accounts.linkUntil(id, now));
  }

  /** What each role may do: role codes with their permission codes. */
  @Requires(MANAGE_USERS)
  public Map<String, List<String>> roles() {
    return roles.rights();
  }

  private List<SessionView> sessions(UUID id, UUID mine, Instant now) {
    return sessions.openOf(id, now).stream().map(open -> view(open, mine)).toList();
  }

  private static SessionView view(SessionQuery.Listed open, UUID mine) {
    return new SessionView(
        open.id(),
        open.createdAt(),
        open.lastSeenAt(),
        open.expiresAt(),
        open.from().address(),
        open.from().agent(),
        open.id().equals(mine),
        open.novelty().address(),
        open.novelty().agent());
  }

  private static String cursor(String text) {
    try {
      return text == null || text.isBlank() ? null : UUID.fromString(text).toString();
    } catch (IllegalArgumentException broken) {
      throw Invalid.field("cursor", "bad-format");
    }
  }
}
