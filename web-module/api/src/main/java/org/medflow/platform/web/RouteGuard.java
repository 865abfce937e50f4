package org.medflow.platform.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.limit.Pace;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.AuditSink;
import org.medflow.platform.security.Requires;

/**
 * Asks for a route's right before its body is read; the facade behind asks once more. Also turns
 * away characters in the query that no database keeps, and those who search too fast.
 */
@Provider
public class RouteGuard implements ContainerRequestFilter {

  @Context ResourceInfo route;
  @Inject AuditSink audit;
  @Inject Pace pace;
  @Inject RequestFigures figures;

  @Override
  public void filter(ContainerRequestContext request) {
    var method = route.getResourceMethod();
    figures.route(request, method);
    check(request.getUriInfo().getQueryParameters());
    var actor = Actors.current();
    permit(actor, method);
    slowDown(actor, method);
  }

  private void slowDown(Actor actor, Method method) {
    int wait = 0;
    if (method.isAnnotationPresent(Searching.class)) {
      wait = pace.search(actor);
    } else if (method.isAnnotationPresent(Sensitive.class)) {
      wait = pace.sensitive(actor);
    } else if (method.isAnnotationPresent(Reporting.class)) {
      wait = pace.report(actor);
    }
    if (wait > 0) {
      throw Refusal.tooMany(wait);
    }
  }

  private void permit(Actor actor, Method method) {
    var needed = method.getAnnotation(Requires.class);
    if (needed == null) {
      return;
    }
    if (actor.kind() == Actor.Kind.ANONYMOUS) {
      throw new Forbidden("unauthenticated");
    }
    if (!permitted(actor, needed)) {
      audit.refused(actor, method.getDeclaringClass().getSimpleName() + "." + method.getName());
      throw new Forbidden("forbidden");
    }
  }

  static boolean permitted(Actor actor, Requires needed) {
    return needed.value().length == 0 || Arrays.stream(needed.value()).anyMatch(actor::may);
  }

  private static void check(Map<String, List<String>> query) {
    query.forEach(
        (name, values) -> {
          if (!StrictText.storable(name) || !values.stream().allMatch(StrictText::storable)) {
            throw Refusal.malformed();
          }
        });
  }
}
