package org.medflow.platform.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.medflow.identity.boundary.Caller;
import org.medflow.identity.boundary.SessionCredential;
import org.medflow.identity.boundary.StaffIdentityStore;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.security.Actor;

/** Who is calling: the HTTP session only keeps the id of our session row, the row decides. */
@ApplicationScoped
public class SessionTie {

  private static final String SESSION = "medflow.session";

  @Inject StaffIdentityStore door;

  Actor of(HttpServletRequest request) {
    var session = session(request);
    if (session == null) {
      return Actor.anonymous();
    }
    try {
      var caller = door.caller(new SessionCredential(session, null));
      caller.map(Caller::language).ifPresent(language -> Tongue.own(request, language));
      return caller.map(Caller::actor).orElseGet(Actor::anonymous);
    } catch (Forbidden clinicGone) {
      return Actor.anonymous();
    }
  }

  /** The session row this browser points to, null without one. */
  public static UUID session(HttpServletRequest request) {
    var session = request.getSession(false);
    return session == null ? null : (UUID) session.getAttribute(SESSION);
  }

  static boolean had(HttpServletRequest request) {
    return session(request) != null
        || request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
  }

  /** Ties this browser to a session row, under a new cookie that nobody could have planted. */
  public static void tie(HttpServletRequest request, UUID session) {
    var old = request.getSession(false);
    if (old != null) {
      old.invalidate();
    }
    request.getSession(true).setAttribute(SESSION, session);
  }

  public static void untie(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
