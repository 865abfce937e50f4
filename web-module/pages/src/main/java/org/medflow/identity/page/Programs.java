package org.medflow.identity.page;

import java.util.List;
import java.util.Optional;

/** Names of browsers and systems as they stand in what a browser calls itself. */
final class Programs {

  /** The first that fits: every later one is named in the text of some earlier one, too. */
  private static final List<String[]> BROWSERS =
      List.of(
          new String[] {"Edg/", "Edge"},
          new String[] {"Firefox/", "Firefox"},
          new String[] {"Chrome/", "Chrome"},
          new String[] {"Safari/", "Safari"},
          new String[] {"Java-http-client", "Java"},
          new String[] {"curl/", "curl"});

  private static final List<String[]> SYSTEMS =
      List.of(
          new String[] {"Android", "Android"},
          new String[] {"iPhone", "iPhone"},
          new String[] {"iPad", "iPad"},
          new String[] {"Windows", "Windows"},
          new String[] {"Mac OS X", "macOS"},
          new String[] {"Linux", "Linux"});

  private Programs() {}

  static Optional<String> named(String agent) {
    var system = first(SYSTEMS, agent).map(name -> " · " + name).orElse("");
    return first(BROWSERS, agent).map(browser -> browser + system);
  }

  private static Optional<String> first(List<String[]> known, String agent) {
    return agent == null
        ? Optional.empty()
        : known.stream().filter(one -> agent.contains(one[0])).map(one -> one[1]).findFirst();
  }
}
