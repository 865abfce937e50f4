package org.medflow.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.Method;
import java.time.Duration;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Number and duration of requests, by route template and class of status. */
@ApplicationScoped
public class RequestFigures {

  private static final String ROUTE = RequestFigures.class.getName();

  @Inject MetricRegistry metrics;

  void route(ContainerRequestContext request, Method method) {
    request.setProperty(ROUTE, template(method));
  }

  /** One finished request. */
  public void finished(HttpServletRequest request, int status, long nanos) {
    var route = request.getAttribute(ROUTE);
    metrics
        .timer(
            "medflow_api_requests",
            new Tag("method", method(request.getMethod())),
            new Tag("route", route == null ? "none" : route.toString()),
            new Tag("status", status / 100 + "xx"))
        .update(Duration.ofNanos(nanos));
  }

  static String template(Method method) {
    return path(method.getDeclaringClass().getAnnotation(Path.class))
        + path(method.getAnnotation(Path.class));
  }

  private static String path(Path path) {
    return path == null || path.value().isEmpty() ? "" : "/" + path.value().replaceAll("^/|/$", "");
  }

  /** Only names we know, so that a caller cannot make series of her own. */
  private static String method(String name) {
    return switch (name) {
      case "GET", "POST", "PUT", "PATCH", "DELETE" -> name;
      default -> "other";
    };
  }
}
