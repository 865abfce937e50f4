package org.medflow.identity.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.medflow.identity.boundary.BrowserTies;
import org.medflow.identity.boundary.SessionCredential;
import org.medflow.identity.boundary.StaffIdentityStore;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.page.Callers;
import org.medflow.platform.security.Actor;

/**
 * Who is calling: the HTTP session only keeps the id of our session row, the row decides. A cookie
 * of another node, or of one that died, is followed through the ties that all nodes share; what
 * that node knew besides, a half-filled form, is not here.
 */
@ApplicationScoped
public class SessionTie implements Callers {

  private static final String SESSION = "medflow.session";
  private static final String FRESH = "medflow.fresh";
  private static final Visitor NOBODY = new Visitor(Actor.anonymous(), null);

  @Inject StaffIdentityStore door;
  @Inject BrowserTies ties;

  @Override
  public Visitor of(HttpServletRequest request) {
    var session = session(request);
    return session == null ? elsewhere(request) : visitor(session);
  }

  /** The person behind a cookie that this node did not make gets one of this node. */
  private Visitor elsewhere(HttpServletRequest request) {
    var earlier = request.getRequestedSessionId();
    var session = ties.session(earlier);
    var visitor = session.map(this::visitor).orElse(NOBODY);
    if (visitor != NOBODY) {
      ties.handOver(earlier, begin(request, session.get()), session.get());
    }
    return visitor;
  }

  private static String begin(HttpServletRequest request, UUID session) {
    var http = request.getSession(true);
    http.setAttribute(SESSION, session);
    return http.getId();
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
  void tie(HttpServletRequest request, UUID session) {
    untie(request);
    ties.tie(begin(request, session), session);
    request.getSession().setAttribute(FRESH, true);
  }

  /** Whether nobody has asked this since she signed in here. */
  static boolean justTied(HttpServletRequest request) {
    var session = request.getSession(false);
    boolean fresh = session != null && session.getAttribute(FRESH) != null;
    if (fresh) {
      session.removeAttribute(FRESH);
    }
    return fresh;
  }

  /** The cookie that came with this request, and the one it was exchanged for, lead nowhere now. */
  void untie(HttpServletRequest request) {
    ties.untie(request.getRequestedSessionId());
    var session = request.getSession(false);
    if (session != null) {
      ties.untie(session.getId());
      session.invalidate();
    }
  }
}
