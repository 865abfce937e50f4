package org.medflow.identity.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.medflow.identity.boundary.AccessDoor;
import org.medflow.platform.page.Route;
import org.medflow.platform.page.Screen;

/** Leaves word for the administrators; says the same to everybody. */
@Named
@RequestScoped
@Screen(
    path = "/mot-de-passe-oublie",
    view = "/identity/forgotten.xhtml",
    open = "somebody who cannot sign in")
public class ForgottenPage {

  @Inject AccessDoor door;
  @Inject ExternalContext web;

  private String username;

  public void ask() {
    door.forgotten(username, ((HttpServletRequest) web.getRequest()).getRemoteAddr());
    Route.go("/connexion?demande=1");
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }
}
