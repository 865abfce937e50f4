package org.medflow.identity.page;

import static org.medflow.platform.security.Permission.MANAGE_USERS;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.medflow.identity.boundary.RoleDesk;
import org.medflow.identity.boundary.RoleRequestView;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.page.Notes;
import org.medflow.platform.page.Screen;
import org.medflow.platform.web.Words;

/** The second pair of eyes: requests to give a role, and what became of the last ones. */
@Named
@ViewScoped
@Screen(
    path = "/utilisateurs/demandes",
    view = "/identity/role-requests.xhtml",
    requires = MANAGE_USERS)
public class RoleRequestsPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject RoleDesk desk;
  @Inject Notes notes;
  @Inject Words words;

  private List<RoleRequestView> requests = List.of();

  @PostConstruct
  void open() {
    requests = desk.requests();
  }

  public void approve(UUID id) {
    attempt(() -> desk.approve(id), "identity.requests.approved.done");
  }

  public void refuse(UUID id) {
    attempt(() -> desk.refuse(id), "identity.requests.refused.done");
  }

  private void attempt(Runnable deed, String done) {
    try {
      deed.run();
      notes.here(words.of(done));
    } catch (ClinicException refused) {
      notes.refused(refused);
    }
    open();
  }

  public List<RoleRequestView> getPending() {
    return requests.stream().filter(RoleRequestView::waits).toList();
  }

  public List<RoleRequestView> getSettled() {
    return requests.stream().filter(request -> !request.waits()).toList();
  }

  public int getWaiting() {
    return getPending().size();
  }
}
