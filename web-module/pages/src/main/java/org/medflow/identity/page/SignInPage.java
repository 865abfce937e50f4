package org.medflow.identity.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.medflow.identity.boundary.Credentials;
import org.medflow.identity.boundary.SignIn;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.page.Notes;
import org.medflow.platform.page.Return;
import org.medflow.platform.page.Route;
import org.medflow.platform.page.Screen;

/** The door for people: a name, a password, and back to where they were going. */
@Named
@RequestScoped
@Screen(path = "/connexion", view = "/identity/sign-in.xhtml", open = "the door itself")
public class SignInPage {

  private static final Map<String, String> NEWS =
      Map.of(
          "fin", "identity.sign-in.ended",
          "sortie", "identity.sign-in.left",
          "pret", "identity.sign-in.ready");

  @Inject SignIn door;
  @Inject SessionTie tie;
  @Inject Notes notes;
  @Inject ExternalContext web;

  private String username;
  private String password;
  private String back;

  public void enter() {
    var request = (HttpServletRequest) web.getRequest();
    try {
      var agent = request.getHeader("User-Agent");
      var signedIn =
          door.signIn(new Credentials(username, password, request.getRemoteAddr(), agent));
      tie.tie(request, signedIn.session());
      Route.go(Return.to(getBack()));
    } catch (Forbidden refused) {
      notes.refused(refused);
    }
  }

  /** Message key of what brought somebody here, empty when she came by herself. */
  public String getNews() {
    var asked = web.getRequestParameterMap().keySet();
    return NEWS.entrySet().stream()
        .filter(news -> asked.contains(news.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public String getPassword() {
    return null;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getBack() {
    return back == null ? web.getRequestParameterMap().get("retour") : back;
  }

  public void setBack(String back) {
    this.back = back;
  }
}
