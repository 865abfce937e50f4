package org.medflow.identity.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.medflow.identity.boundary.SignIn;
import org.medflow.platform.error.Forbidden;

/** Moves a person to another clinic of hers; the session row remembers it. */
@WebServlet("/site")
public class ClinicServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient SignIn door;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var session = SessionTie.session(request);
    if (session == null) {
      throw new Forbidden("unauthenticated");
    }
    try {
      door.chooseClinic(session, UUID.fromString(String.valueOf(request.getParameter("clinic"))));
      response.sendRedirect("/accueil");
    } catch (IllegalArgumentException noId) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
  }
}
