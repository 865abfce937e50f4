package org.medflow.identity.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.MDC;
import org.medflow.identity.boundary.Caller;
import org.medflow.identity.boundary.StaffIdentityStore;
import org.medflow.platform.limit.Pace;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.web.Correlation;
import org.medflow.platform.web.Languages;
import org.medflow.platform.web.MeasuredRequest;
import org.medflow.platform.web.ProblemWriter;
import org.medflow.platform.web.Refusal;
import org.medflow.platform.web.RequestFigures;

/**
 * Every request of the API comes in here and leaves here: it gets a correlation id, its caller is
 * put on the thread and taken off again, and whatever fails outside JAX-RS is a problem too.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = false)
public class ApiDoor extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String CLINIC = "clinic";

  @Inject transient StaffIdentityStore store;
  @Inject transient Pace pace;
  @Inject transient RequestFigures figures;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    long begin = System.nanoTime();
    response.setHeader(
        Correlation.HEADER, Correlation.begin(request.getHeader(Correlation.HEADER)));
    ApiHeaders.put(request, response);
    try {
      serve(request, response, chain);
    } finally {
      figures.finished(request, response.getStatus(), System.nanoTime() - begin);
      Actors.clear();
      MDC.remove(CLINIC);
      Correlation.end();
    }
  }

  private void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    try {
      var measured = new MeasuredRequest(request);
      enter(request);
      chain.doFilter(measured, response);
    } catch (ServletException | RuntimeException failure) {
      ProblemWriter.write(request, response, failure);
    }
  }

  private void enter(HttpServletRequest request) {
    var caller = caller(request);
    var actor = caller.map(Caller::actor).orElse(Actor.anonymous());
    int wait = pace.request(actor, request.getRemoteAddr());
    if (wait > 0) {
      throw Refusal.tooMany(wait);
    }
    caller.ifPresent(known -> Languages.own(request, known.language()));
    Actors.enter(actor);
    if (actor.clinics().size() == 1) {
      MDC.put(CLINIC, actor.clinic().toString());
    }
  }

  private Optional<Caller> caller(HttpServletRequest request) {
    return Authorization.of(request).flatMap(store::caller);
  }
}
