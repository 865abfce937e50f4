package org.medflow.identity.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.medflow.identity.boundary.AccessDoor;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.page.Notes;
import org.medflow.platform.page.Route;
import org.medflow.platform.page.Screen;

/** Whoever holds a one-time link chooses her password, and goes to the door with it. */
@Named
@RequestScoped
@Screen(
    path = "/acces",
    view = "/identity/access.xhtml",
    open = "somebody without a password; the one-time token is the key")
public class AccessPage {

  @Inject AccessDoor door;
  @Inject Notes notes;
  @Inject ExternalContext web;

  private String token;
  private String wanted;
  private String repeated;

  public void choose() {
    try {
      if (!Objects.equals(wanted, repeated)) {
        throw Invalid.field("repeated", "passwords-differ");
      }
      door.choose(getToken(), wanted);
      Route.go("/connexion?choisi=1");
    } catch (ClinicException refused) {
      notes.refused(refused);
    }
  }

  /** The name under which she signs in; empty when the link opens nothing. */
  public String getUsername() {
    return door.awaits(getToken()).orElse("");
  }

  /** Message key of why she is asked: by default because somebody gave her a link. */
  public String getWhy() {
    boolean outgrown = web.getRequestParameterMap().containsKey("court");
    return outgrown ? "identity.access.outgrown" : "identity.access.text";
  }

  public String getToken() {
    return token == null ? web.getRequestParameterMap().get("token") : token;
  }

  public void setToken(String token) {
    this.token = token;
  }

  public String getWanted() {
    return null;
  }

  public void setWanted(String wanted) {
    this.wanted = wanted;
  }

  public String getRepeated() {
    return null;
  }

  public void setRepeated(String repeated) {
    this.repeated = repeated;
  }
}
