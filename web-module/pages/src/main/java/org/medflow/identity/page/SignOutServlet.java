package org.medflow.identity.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.medflow.identity.boundary.SignIn;

/** Ends the session row first, then the cookie that pointed to it. */
@WebServlet("/deconnexion")
public class SignOutServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient SignIn door;
  @Inject transient SessionTie tie;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var session = SessionTie.session(request);
    if (session != null) {
      door.signOut(session);
    }
    tie.untie(request);
    response.sendRedirect("/connexion?sortie=1");
  }
}
