package org.medflow.patient.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Takes what was typed into the search of the frame to the page of patients, on the server and not
 * in the address, where names would stay in the browser's memory and in logs on the way.
 */
@WebServlet("/recherche/liste")
public class SearchServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String KEY = "medflow.searched";
  private static final int LONGEST = 100;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var typed = request.getParameter("q");
    if (typed != null) {
      var text = typed.strip();
      request.getSession().setAttribute(KEY, text.substring(0, Math.min(LONGEST, text.length())));
    }
    response.sendRedirect("/patients");
  }

  /** What was typed, once; null when nothing was. */
  public static String take(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null) {
      return null;
    }
    var text = (String) session.getAttribute(KEY);
    session.removeAttribute(KEY);
    return text;
  }
}
