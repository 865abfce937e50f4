package org.medflow.platform;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.medflow.harness.Medflow;
import org.medflow.harness.Shared;

/** Every route of the API, read from the document that the server publishes of itself. */
public final class Routes {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private Routes() {}

  /** A method and a path template below the API's base. */
  public record Route(String method, String template) {

    public boolean takesParameters() {
      return template.contains("{");
    }

    public boolean writes() {
      return method.equals("POST") || method.equals("PATCH") || method.equals("PUT");
    }

    @Override
    public String toString() {
      return method + " " + template;
    }
  }

  public static List<Route> all() {
    return all(Shared.server());
  }

  static List<Route> all(Medflow server) {
    var document = server.publishedApi();
    var found = new ArrayList<Route>();
    document
        .getJsonObject("paths")
        .forEach(
            (path, operations) ->
                ((JsonObject) operations)
                    .keySet().stream()
                        .filter(METHODS::contains)
                        .forEach(
                            method -> found.add(new Route(method.toUpperCase(), below(path)))));
    return found;
  }

  /** The path below {@code /api/v1}, whether or not the document repeats that base. */
  private static String below(String path) {
    int base = path.indexOf("/v1/");
    return base < 0 ? path : path.substring(base + 3);
  }
}
