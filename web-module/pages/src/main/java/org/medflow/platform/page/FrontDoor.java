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
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.web.Tongue;

/**
 * The one way in: makes the caller anew from the session row, turns French addresses into views,
 * refuses what the caller may not see and keeps every failure behind a page of ours.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class FrontDoor extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Set<String> NOBODY = Set.of("default", "faces");
  private static final System.Logger LOG = System.getLogger("org.medflow.pages");

  @Inject transient Screens screens;
  @Inject transient Callers callers;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var address = Address.of(request);
    if (address.common()) {
      chain.doFilter(request, response);
      return;
    }
    var incident = Incident.open(request);
    Safety.headers(response);
    if (Safety.oversized(request)) {
      response.setHeader("Connection", "close");
      response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    Tongue.keep(request, response);
    try {
      enter(request);
      pass(request, response, chain);
    } catch (IOException gone) {
      throw gone;
    } catch (ServletException | RuntimeException failure) {
      LOG.log(System.Logger.Level.ERROR, "page failed, incident " + incident, failure);
      Outcome.FAILED.show(request, response);
    } finally {
      Actors.clear();
      MDC.remove(Incident.KEY);
    }
  }

  private void enter(HttpServletRequest request) {
    var visitor = callers.of(request);
    Actors.enter(visitor.actor());
    if (visitor.language() != null) {
      Tongue.own(request, visitor.language());
    }
  }

  private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (Safety.foreign(request)) {
      Outcome.FORBIDDEN.show(request, response);
      return;
    }
    var address = Address.of(request);
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
    if (place.admits(Actors.current())) {
      Route.put(request, address.path(), visit.get().values());
      request.getRequestDispatcher(place.view()).forward(request, response);
    } else if (Actors.current().kind() == Actor.Kind.ANONYMOUS) {
      SignInDetour.go(request, response, callers.known(request));
    } else {
      Outcome.FORBIDDEN.show(request, response);
    }
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
      response.sendError(
          "unauthenticated".equals(refused.code())
              ? HttpServletResponse.SC_UNAUTHORIZED
              : HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
