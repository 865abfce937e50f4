package org.medflow.platform.page;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jboss.logging.MDC;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.limit.Pace;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.AuditSink;
import org.medflow.platform.security.SafeHeaders;
import org.medflow.platform.web.Tongue;

/**
 * The one way in: makes the caller anew from the session row, turns French addresses into views,
 * refuses what the caller may not see and keeps every failure behind a page of ours.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class FrontDoor extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Set<String> NOBODY = Set.of("default", "faces");

  @Inject transient Screens screens;
  @Inject transient Callers callers;
  @Inject transient FormGuard forms;
  @Inject transient Pace pace;
  @Inject transient AuditSink audit;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    SafeHeaders.put(request, response);
    if (Address.of(request).common()) {
      chain.doFilter(request, response);
      return;
    }
    var incident = Incident.open(request);
    response.setHeader("Cache-Control", "no-store");
    if (Safety.oversized(request)) {
      response.setHeader("Connection", "close");
      response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    Tongue.keep(request, response);
    try {
      enter(request);
      if (slowEnough(request, response)) {
        pass(request, response, chain);
      }
    } catch (IOException gone) {
      throw gone;
    } catch (ServletException | RuntimeException failure) {
      locate(request);
      Outcome.of(failure, incident).show(request, response);
    } finally {
      Actors.clear();
      MDC.remove(Incident.KEY);
    }
  }

  /** Where somebody was going, also when nobody got so far as to find out. */
  private void locate(HttpServletRequest request) {
    var path = Address.of(request).path();
    screens.find(path).ifPresent(known -> Route.put(request, path, known.values()));
  }

  private void enter(HttpServletRequest request) {
    var visitor = callers.of(request);
    Actors.enter(visitor.actor());
    if (visitor.language() != null) {
      Tongue.own(request, visitor.language());
    }
  }

  /** Machines that watch over the house are not counted; they ask from beside it all day. */
  private boolean slowEnough(HttpServletRequest request, HttpServletResponse response) {
    if (Address.of(request).watched()) {
      return true;
    }
    int wait = pace.request(Actors.current(), request.getRemoteAddr());
    if (wait == 0) {
      return true;
    }
    response.setHeader("Retry-After", String.valueOf(wait));
    if (request.getHeader(FormGuard.HEADER) == null) {
      Outcome.TOO_MANY.show(request, response);
    } else {
      response.setStatus(Outcome.TOO_MANY.status());
    }
    return false;
  }

  private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var address = Address.of(request);
    if (!Safety.reading(request) && !trusted(address, request, response)) {
      return;
    }
    if (address.path().equals("/")) {
      response.sendRedirect("/accueil");
      return;
    }
    var visit = screens.find(address.path());
    if (visit.isEmpty()) {
      other(request, response, chain);
      return;
    }
    var place = visit.get().place();
    if (place.open()) {
      Knock.keep(request, response);
    }
    if (place.admits(Actors.current())) {
      Route.put(request, address.path(), visit.get().values());
      request.getRequestDispatcher(place.view()).forward(request, response);
    } else if (stranger()) {
      SignInDetour.go(request, response, address.path(), callers.known(request));
    } else {
      Outcome.FORBIDDEN.show(request, response);
    }
  }

  /**
   * Whether a change comes from a form of ours. Who has no session any more would have changed
   * nothing and is asked to sign in again; everything else is refused and written down.
   */
  private boolean trusted(Address address, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean foreign = Safety.foreign(request);
    if (!foreign && forms.genuine(request)) {
      return true;
    }
    var visit = screens.find(address.path());
    if (!foreign && stranger() && !forms.open(address.path())) {
      var back = visit.isPresent() ? address.path() : "/";
      SignInDetour.go(request, response, back, callers.known(request));
      return false;
    }
    audit.refused(Actors.current(), "page.forged");
    locate(request);
    Outcome.UNTRUSTED.show(request, response);
    return false;
  }

  private static boolean stranger() {
    return Actors.current().kind() == Actor.Kind.ANONYMOUS;
  }

  /** Servlets and the live line see to themselves; a view is only reached by its French address. */
  private static void other(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var servlet = request.getHttpServletMapping().getServletName();
    if (NOBODY.contains(servlet) && !Address.of(request).socket()) {
      Outcome.NOT_FOUND.show(request, response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } catch (Forbidden refused) {
      if (refused.retryAfter() > 0) {
        response.setHeader("Retry-After", String.valueOf(refused.retryAfter()));
        response.setStatus(Outcome.TOO_MANY.status());
      } else {
        response.sendError(
            "unauthenticated".equals(refused.code())
                ? HttpServletResponse.SC_UNAUTHORIZED
                : HttpServletResponse.SC_FORBIDDEN);
      }
    }
  }
}
