package org.medflow.identity.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.medflow.identity.boundary.FirstAdministrator;
import org.medflow.identity.boundary.FirstRun;
import org.medflow.identity.boundary.NewUser;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.page.Notes;
import org.medflow.platform.page.Route;
import org.medflow.platform.page.Screen;

/**
 * The first day: whoever holds the one-time link names the clinic and becomes its administrator.
 */
@Named
@RequestScoped
@Screen(
    path = "/premier-demarrage",
    view = "/identity/first-run.xhtml",
    open = "nobody has an account yet; the one-time token is the key")
public class FirstRunPage {

  @Inject FirstRun firstRun;
  @Inject Notes notes;
  @Inject ExternalContext web;

  private final FirstRunForm form = new FirstRunForm();
  private String token;

  public void create() {
    try {
      if (!form.samePasswords()) {
        throw Invalid.field("repeated", "passwords-differ");
      }
      firstRun.create(new FirstAdministrator(getToken(), form.opening(), administrator()));
      Route.go("/connexion?pret=1");
    } catch (ClinicException refused) {
      notes.refused(refused);
    }
  }

  private NewUser administrator() {
    var person = form.getPerson();
    return new NewUser(
        person.getUsername(),
        form.getPassword(),
        person.getFirstName(),
        person.getLastName(),
        List.of("admin"),
        List.of());
  }

  /** Whether the link in the address still opens this page. */
  public boolean isOpen() {
    return firstRun.awaits(getToken());
  }

  public FirstRunForm getForm() {
    return form;
  }

  public String getToken() {
    return token == null ? web.getRequestParameterMap().get("token") : token;
  }

  public void setToken(String token) {
    this.token = token;
  }
}
