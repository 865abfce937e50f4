package org.medflow.identity;

import java.util.List;

/** The ways of permissions.csv for tests of other rooms. */
public final class Ways {

  private Ways() {}

  /** A route of the API, with an id that nobody has in place of a parameter. */
  public record Way(String method, String path, String tried) {
    public String named() {
      return method + " " + path;
    }
  }

  public static List<Way> routes() {
    return Expectation.all("route").stream()
        .map(way -> new Way(way.method(), way.path(), way.tried()))
        .toList();
  }

  /** Addresses of all pages. */
  public static List<String> pages() {
    return Expectation.all("page").stream().map(Expectation::tried).toList();
  }
}
