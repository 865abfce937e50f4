package org.medflow.identity.page;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.medflow.identity.web.RightDomains;

/** Roles that are ticked, and what they would let somebody do together. */
public class RoleChoice implements Serializable {

  private static final long serialVersionUID = 1L;

  private final HashMap<String, List<String>> rights;
  private List<String> chosen = new ArrayList<>();

  RoleChoice(Map<String, List<String>> rights) {
    this.rights = new HashMap<>(rights);
  }

  void start(List<String> roles) {
    chosen = new ArrayList<>(roles);
  }

  public List<String> getChosen() {
    return chosen;
  }

  public void setChosen(List<String> chosen) {
    this.chosen = chosen == null ? new ArrayList<>() : new ArrayList<>(chosen);
  }

  /** The union of the rights of these roles, by domain. */
  public List<RightDomains.Domain> getRights() {
    var union = new TreeSet<String>();
    chosen.forEach(role -> union.addAll(rights.getOrDefault(role, List.of())));
    return RightDomains.of(union);
  }
}
