package org.medflow.identity.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.medflow.identity.boundary.StaffRow;
import org.medflow.platform.web.Words;

/** How the pages write of people who work here: roles, rights, the state of an account. */
@Named
@ApplicationScoped
public class StaffWords {

  private static final Map<String, Look> REQUESTS =
      Map.of(
          "pending", new Look("info", "pi-clock"),
          "approved", new Look("success", "pi-check"),
          "refused", new Look("danger", "pi-ban"),
          "withdrawn", new Look("neutral", "pi-undo"),
          "expired", new Look("neutral", "pi-hourglass"),
          "alone", new Look("warning", "pi-exclamation-triangle"));

  @Inject Words words;

  /** Intent and icon of a state. */
  public record Look(String intent, String icon) {}

  public String role(String code) {
    return words.of("role." + code);
  }

  public String right(String code) {
    return words.of("identity.right." + code);
  }

  public String domain(String name) {
    return words.of("identity.domain." + name);
  }

  /** Roles in words, by name. */
  public String roles(Collection<String> codes) {
    return sorted(codes).stream().map(this::role).collect(Collectors.joining(", "));
  }

  /** Role codes in the order of their names. */
  public List<String> sorted(Collection<String> codes) {
    var collator = Collator.getInstance(words.locale());
    return codes.stream().sorted(Comparator.comparing(this::role, collator)).toList();
  }

  public List<RightDomains.Domain> domains(Collection<String> rights) {
    return RightDomains.of(rights);
  }

  public String name(StaffRow row) {
    return row.lastName() + " " + row.firstName();
  }

  /** Key of an account's state below {@code identity.users.state.}. */
  public String state(StaffRow row) {
    if (!row.active()) {
      return "shut";
    }
    return row.invited() ? "invited" : "active";
  }

  public Look look(StaffRow row) {
    return switch (state(row)) {
      case "shut" -> new Look("neutral", "pi-ban");
      case "invited" -> new Look("info", "pi-envelope");
      default -> new Look("success", "pi-check");
    };
  }

  public Look requestLook(String state) {
    return REQUESTS.get(state);
  }
}
