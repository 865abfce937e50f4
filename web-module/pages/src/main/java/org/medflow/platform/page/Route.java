package org.medflow.platform.page;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.medflow.platform.error.NotFound;

/** The address of the present page and the values in it. */
public record Route(String path, Map<String, String> values) {

  private static final String KEY = Route.class.getName();

  static void put(HttpServletRequest request, String path, Map<String, String> values) {
    request.setAttribute(KEY, new Route(path, values));
  }

  static Route of(HttpServletRequest request) {
    var route = (Route) request.getAttribute(KEY);
    return route == null ? new Route("/", Map.of()) : route;
  }

  public static Route current() {
    return of(request());
  }

  /** The id in the address; anything that is no id is not found. */
  public UUID id() {
    try {
      return UUID.fromString(String.valueOf(values.get("id")));
    } catch (IllegalArgumentException noId) {
      throw new NotFound("not-found");
    }
  }

  /** Sends the browser to another page of ours. */
  public static void go(String path) {
    try {
      FacesContext.getCurrentInstance().getExternalContext().redirect(path);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  static HttpServletRequest request() {
    return (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
  }
}
