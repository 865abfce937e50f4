package org.medflow.identity.page;

import static org.medflow.platform.security.Permission.MANAGE_USERS;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.medflow.identity.boundary.RoleDesk;
import org.medflow.identity.boundary.StaffRegister;
import org.medflow.identity.web.RightDomains;
import org.medflow.platform.page.Screen;

/** Which role may do what: read only, for roles come with the release. */
@Named
@ViewScoped
@Screen(path = "/utilisateurs/roles", view = "/identity/roles.xhtml", requires = MANAGE_USERS)
public class RolesPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject StaffRegister register;
  @Inject RoleDesk desk;

  private Map<String, List<String>> rights = Map.of();
  private int waiting;

  @PostConstruct
  void open() {
    rights = register.roles();
    waiting = desk.waiting();
  }

  public List<String> getRoles() {
    return List.copyOf(rights.keySet());
  }

  public List<RightDomains.Domain> getDomains() {
    return RightDomains.all();
  }

  public boolean holds(String role, String right) {
    return rights.getOrDefault(role, List.of()).contains(right);
  }

  public int getWaiting() {
    return waiting;
  }
}
