package org.medflow.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.identity.control.AccountQuery;
import org.medflow.identity.control.DoorLimits;
import org.medflow.identity.control.OneTimeLinkQuery;
import org.medflow.identity.control.PasswordHash;
import org.medflow.identity.control.PasswordRules;
import org.medflow.identity.control.SessionQuery;
import org.medflow.identity.control.UserRepository;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Open;

/**
 * The door for those who have no password, or have forgotten it: a one-time link lets its owner
 * choose one. Whoever only remembers her name leaves word with those who make the links, and learns
 * nothing about who has an account here.
 */
@Stateless
public class AccessDoor {

  @Inject OneTimeLinkQuery links;
  @Inject UserRepository users;
  @Inject AccountQuery accounts;
  @Inject SessionQuery sessions;
  @Inject DoorLimits door;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** The name under which the holder of this link will sign in; empty when it opens nothing. */
  @Open("guarded by the one-time token")
  public Optional<String> awaits(String token) {
    return owner(token).flatMap(users::byId).map(user -> user.who().username());
  }

  /**
   * Sets the password and ends every session of hers. A password that will not do costs no link.
   */
  @Open("guarded by the one-time token")
  public void choose(String token, String wanted) {
    var user = owner(token).flatMap(users::held).orElseThrow(() -> new Forbidden("link-expired"));
    var who = user.who();
    PasswordRules.problem(wanted, who.username(), who.firstName(), who.lastName())
        .ifPresent(
            problem -> {
              throw Invalid.field("wanted", problem);
            });
    var hash = PasswordHash.of(wanted);
    if (!links.useOf(user.id(), token, clock.instant())) {
      throw new Forbidden("link-expired");
    }
    user.changePassword(hash);
    users.flush();
    accounts.passwordAnswered(user.id());
    var her = new Actor(Actor.Kind.USER, user.id(), Set.of(), Set.of(), null);
    Actors.run(her, () -> told(user.id()));
  }

  /** Leaves word that somebody wants a new password; says nothing, to nobody. */
  @Open("anybody may have forgotten a password")
  public void forgotten(String username, String address) {
    var name = PasswordRules.bounded(username).trim().toLowerCase(Locale.ROOT);
    if (door.forgotten(name, address) == DoorLimits.Door.OPEN) {
      var asked = accounts.passwordAsked(name, clock.instant());
      audit.wrote("user.password-ask", "app_user", asked, null);
    }
  }

  private void told(UUID user) {
    audit.wrote("user.password", "user", List.of(user), "by-link");
    var ended = sessions.endOthers(user, null, clock.instant());
    if (!ended.isEmpty()) {
      audit.wrote("session.end", "user_session", ended, "new-password");
    }
  }

  private Optional<UUID> owner(String token) {
    return token == null || token.isBlank()
        ? Optional.empty()
        : links.ownerOf(token, clock.instant());
  }
}
