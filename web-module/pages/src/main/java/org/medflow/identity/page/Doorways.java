package org.medflow.identity.page;

import jakarta.servlet.http.HttpServletRequest;
import org.medflow.identity.boundary.Doorway;

/** How the browser of a request came here. */
final class Doorways {

  private Doorways() {}

  static Doorway of(HttpServletRequest request) {
    return new Doorway(request.getServerName(), request.getLocalPort(), request.isSecure());
  }
}
