package org.medflow.platform.page;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Permission;

/** One row of the table of screens. */
public record Place(
    String path, String view, Set<Permission> requires, boolean open, int nav, String icon) {

  static Place of(Screen screen) {
    return new Place(
        screen.path(),
        screen.view(),
        Set.copyOf(Arrays.asList(screen.requires())),
        !screen.open().isBlank(),
        screen.nav(),
        screen.icon());
  }

  /** Whether a screen says exactly once who may come in. */
  static boolean declared(Screen screen) {
    int words = screen.requires().length > 0 ? 1 : 0;
    words += screen.open().isBlank() ? 0 : 1;
    words += screen.staff().isBlank() ? 0 : 1;
    return words == 1;
  }

  public boolean admits(Actor actor) {
    return open
        || actor.kind() != Actor.Kind.ANONYMOUS
            && (requires.isEmpty() || requires.stream().anyMatch(actor::may));
  }

  /** The values of the path's variables, empty when the address is another one. */
  Optional<Map<String, String>> match(String address) {
    var wanted = path.split("/", -1);
    var given = address.split("/", -1);
    if (wanted.length != given.length) {
      return Optional.empty();
    }
    var values = new LinkedHashMap<String, String>();
    for (int at = 0; at < wanted.length; at++) {
      if (wanted[at].startsWith("{") && !given[at].isEmpty()) {
        values.put(wanted[at].substring(1, wanted[at].length() - 1), given[at]);
      } else if (!wanted[at].equals(given[at])) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  private boolean fixed() {
    return !path.contains("{");
  }

  /** Fixed addresses win over those with variables. */
  int order() {
    return fixed() ? 0 : 1;
  }
}
