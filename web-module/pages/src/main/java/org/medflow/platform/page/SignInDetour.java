package org.medflow.platform.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends somebody without a session to the sign-in page, and remembers where she was going. */
final class SignInDetour {

  private SignInDetour() {}

  /**
   * @param path the page to come back to
   */
  static void go(
      HttpServletRequest request, HttpServletResponse response, String path, boolean known)
      throws IOException {
    var target = target(path, known);
    if (request.getHeader(FormGuard.HEADER) != null) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else if (Ajax.is(request)) {
      Ajax.redirect(response, target);
    } else {
      response.sendRedirect(target);
    }
  }

  static String target(String path, boolean ended) {
    var query = ended ? "?fin=1" : "";
    if (path.equals("/") || path.equals("/accueil")) {
      return "/connexion" + query;
    }
    return "/connexion" + query + (ended ? "&" : "?") + "retour=" + Address.encoded(path);
  }
}
