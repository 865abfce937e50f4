package org.medflow.identity.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.medflow.identity.boundary.SessionCredential;
import org.medflow.identity.boundary.StaffIdentityStore;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.page.Callers;
import org.medflow.platform.security.Actor;

/** Who is calling: the HTTP session only keeps the id of our session row, the row decides. */
@ApplicationScoped
public class SessionTie implements Callers {

  private static final String SESSION = "medflow.session";
  private static final Visitor NOBODY = new Visitor(Actor.anonymous(), null);

  @Inject StaffIdentityStore door;

  @Override
  public Visitor of(HttpServletRequest request) {
    var session = session(request);
    return session == null ? NOBODY : visitor(session);
  }

  /** Nobody when the session is over or her last role here was taken away. */
  private Visitor visitor(UUID session) {
    try {
      return door.caller(new SessionCredential(session, null))
          .map(caller -> new Visitor(caller.actor(), caller.language()))
          .orElse(NOBODY);
    } catch (Forbidden noRoleLeft) {
      return NOBODY;
    }
  }

  @Override
  public boolean known(HttpServletRequest request) {
    return session(request) != null
        || request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
  }

  @Override
  public String bond(HttpServletRequest request) {
    var session = session(request);
    return session == null ? null : session.toString();
  }

  /** The session row this browser points to, null without one. */
  static UUID session(HttpServletRequest request) {
    var session = request.getSession(false);
    return session == null ? null : (UUID) session.getAttribute(SESSION);
  }

  /** Ties this browser to a session row, under a new cookie that nobody could have planted. */
  static void tie(HttpServletRequest request, UUID session) {
    var old = request.getSession(false);
    if (old != null) {
      old.invalidate();
    }
    request.getSession(true).setAttribute(SESSION, session);
  }

  static void untie(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
