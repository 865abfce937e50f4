package org.medflow.platform.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Requests that Faces sends from its own script and answers in its own XML. */
final class Ajax {

  private Ajax() {}

  static boolean is(HttpServletRequest request) {
    return "partial/ajax".equals(request.getHeader("Faces-Request"));
  }

  static void redirect(HttpServletResponse response, String path) throws IOException {
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType("text/xml;charset=UTF-8");
    var safe = path.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    response
        .getWriter()
        .write(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                + safe
                + "\"/></partial-response>");
  }
}
