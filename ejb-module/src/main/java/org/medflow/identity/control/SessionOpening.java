package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.identity.boundary.SignedIn;
import org.medflow.identity.control.SessionQuery.Live;
import org.medflow.identity.control.SessionQuery.Origin;
import org.medflow.identity.entity.AppUser;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;

/** Opens the session of somebody who has shown everything that was asked. */
@ApplicationScoped
public class SessionOpening {

  @Inject RoleQuery roles;
  @Inject SessionQuery sessions;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * A new session in the first of her clinics.
   *
   * @param how reason in the audit, null for the usual way
   */
  public SignedIn open(AppUser user, Origin origin, String how) {
    var now = clock.instant();
    var clinic =
        roles.clinicsOf(user.id()).stream()
            .findFirst()
            .orElseThrow(() -> new Forbidden("wrong-credentials"));
    var session = new Live(Ids.next(), user.id(), clinic);
    sessions.open(session, now, origin);
    var actor = new Actor(Actor.Kind.USER, user.id(), Set.of(clinic), Set.of(), session.id());
    Actors.run(
        actor, () -> audit.wrote("session.open", "user_session", List.of(session.id()), how));
    return new SignedIn(
        session.id(), user.id(), user.who().username(), now.plus(SessionQuery.ABSOLUTE));
  }
}
