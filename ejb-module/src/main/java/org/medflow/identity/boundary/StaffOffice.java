package org.medflow.identity.boundary;

import static org.medflow.platform.security.Permission.MANAGE_USERS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.identity.control.AccountQuery;
import org.medflow.identity.control.AccountReach;
import org.medflow.identity.control.FactorQuery;
import org.medflow.identity.control.OneTimeLinkQuery;
import org.medflow.identity.control.RoleGiving;
import org.medflow.identity.control.RoleQuery;
import org.medflow.identity.control.SessionQuery;
import org.medflow.identity.control.Staffing;
import org.medflow.identity.control.UserRepository;
import org.medflow.identity.entity.AppUser;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;

/**
 * Accounts from the invitation to the day they are shut. Nobody but their owner ever knows a
 * password: the office only makes links, shows each once and keeps its hash. An account is never
 * deleted; shutting it ends its sessions in the same transaction.
 */
@Stateless
public class StaffOffice {

  private static final Duration INVITATION = Duration.ofHours(72);
  private static final int LEAST_MINUTES = 10;
  private static final int MOST_MINUTES = 60;

  @Inject Staffing staffing;
  @Inject RoleGiving giving;
  @Inject RoleQuery catalogue;
  @Inject AccountReach reach;
  @Inject AccountQuery accounts;
  @Inject FactorQuery factors;
  @Inject UserRepository users;
  @Inject OneTimeLinkQuery links;
  @Inject SessionQuery sessions;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** An account without a password, its roles asked for, and the link that opens it. */
  @Requires(MANAGE_USERS)
  public AccessLink invite(Invitation invitation) {
    var roles = roles(invitation);
    var user =
        staffing.invite(
            new Staffing.Account(
                invitation.username(), null, invitation.firstName(), invitation.lastName(), roles));
    roles.forEach(role -> giving.ask(user.id(), role));
    return issued(user, "invitation", INVITATION);
  }

  /** Roles here for somebody who has an account already, wherever she works. */
  @Requires(MANAGE_USERS)
  public UUID engage(Invitation invitation) {
    var roles = roles(invitation);
    if (roles.isEmpty()) {
      throw Invalid.field("roles", "unknown-role");
    }
    var user =
        users
            .byUsername(Staffing.username(invitation.username()))
            .filter(AppUser::active)
            .orElseThrow(() -> new NotFound("unknown-user"));
    audit.wrote("user.engage", "app_user", user.id());
    roles.forEach(role -> giving.ask(user.id(), role));
    return user.id();
  }

  /**
   * A new link for somebody: to her first password while she has none, else to another one.
   *
   * @param minutes 10 to 60; of no account for an invitation, which is good for three days
   */
  @Requires(MANAGE_USERS)
  public AccessLink link(UUID id, int minutes) {
    if (minutes < LEAST_MINUTES || minutes > MOST_MINUTES) {
      throw Invalid.field("minutes", "out-of-range");
    }
    var user = reach.owned(id);
    if (!user.active()) {
      throw new Conflict("account-shut");
    }
    accounts.passwordAnswered(id);
    return user.passwordHash() == null
        ? issued(user, "invitation", INVITATION)
        : issued(user, "password", Duration.ofMinutes(minutes));
  }

  /** Shuts the account: every session ends now, every open link too. */
  @Requires(MANAGE_USERS)
  public void deactivate(UUID id, long version) {
    var user = reach.owned(id, version);
    user.deactivate();
    users.flush();
    links.replace(id, clock.instant());
    accounts.passwordAnswered(id);
    audit.wrote("user.deactivate", "app_user", id);
    end(id, "account-shut");
  }

  @Requires(MANAGE_USERS)
  public void activate(UUID id, long version) {
    reach.owned(id, version).activate();
    users.flush();
    audit.wrote("user.activate", "app_user", id);
  }

  /** Ends every session of hers; how many there were. */
  @Requires(MANAGE_USERS)
  public int endSessions(UUID id) {
    return end(reach.owned(id).id(), "by-administrator");
  }

  /** Forgets her second factor, so that she sets up another; ends her sessions. */
  @Requires(MANAGE_USERS)
  public void resetFactor(UUID id) {
    reach.owned(id);
    if (!factors.forget(id)) {
      throw new Conflict("no-second-factor");
    }
    audit.wrote("user.factor-reset", "app_user", id);
    end(id, "factor-reset");
  }

  /** The roles asked for; one that there is not is refused. */
  private List<String> roles(Invitation invitation) {
    var wanted = invitation.roles() == null ? List.<String>of() : invitation.roles();
    var roles = wanted.stream().filter(Objects::nonNull).distinct().toList();
    if (!catalogue.roles().containsAll(roles)) {
      throw Invalid.field("roles", "unknown-role");
    }
    return roles;
  }

  private int end(UUID id, String why) {
    var ended = sessions.endOthers(id, null, clock.instant());
    if (!ended.isEmpty()) {
      audit.wrote("session.end", "user_session", ended, why);
    }
    return ended.size();
  }

  private AccessLink issued(AppUser user, String purpose, Duration good) {
    var now = clock.instant();
    var until = now.plus(good);
    var token =
        links.issue(
            new OneTimeLinkQuery.Issue(user.id(), purpose, Actors.current().id(), now, until));
    audit.wrote("user.link", "app_user", List.of(user.id()), purpose);
    return new AccessLink(user.id(), "/acces?token=" + token, until);
  }
}
