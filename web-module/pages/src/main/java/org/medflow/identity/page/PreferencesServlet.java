package org.medflow.identity.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.medflow.identity.boundary.Preferences;
import org.medflow.identity.boundary.Profile;
import org.medflow.platform.error.Invalid;

/** Keeps the light, density or language that a person has just chosen, without leaving her page. */
@WebServlet("/preferences")
public class PreferencesServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient Profile profile;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var now = profile.me();
    try {
      profile.prefer(
          new Preferences(
              chosen(request, "language", now.language()),
              chosen(request, "theme", now.theme()),
              chosen(request, "density", now.density())));
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } catch (Invalid unknown) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
  }

  private static String chosen(HttpServletRequest request, String name, String before) {
    var asked = request.getParameter(name);
    return asked == null ? before : asked;
  }
}
