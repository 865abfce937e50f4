package org.medflow.patient.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.medflow.patient.boundary.PatientQuery;
import org.medflow.patient.boundary.PatientRow;
import org.medflow.patient.boundary.PatientSearch;
import org.medflow.platform.limit.Pace;
import org.medflow.platform.security.Actors;
import org.medflow.platform.web.Words;

/** The global search while typing: a few lines, asked by POST so that no name lands in a log. */
@WebServlet("/recherche")
public class QuickSearchServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int LINES = 8;
  private static final int LONGEST = 100;
  private static final int TOO_MANY = 429;

  @Inject transient PatientSearch search;
  @Inject transient PatientWords show;
  @Inject transient Words words;
  @Inject transient Pace pace;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int wait = pace.search(Actors.current());
    if (wait > 0) {
      response.setHeader("Retry-After", String.valueOf(wait));
      response.setStatus(TOO_MANY);
      return;
    }
    var typed = Objects.requireNonNullElse(request.getParameter("q"), "").strip();
    var text = typed.substring(0, Math.min(LONGEST, typed.length()));
    var lines = Json.createArrayBuilder();
    if (!text.isEmpty()) {
      search
          .search(new PatientQuery(text, LINES, null))
          .data()
          .forEach(row -> lines.add(line(row)));
    }
    response.setContentType("application/json;charset=UTF-8");
    response.getWriter().write(lines.build().toString());
  }

  private JsonObject line(PatientRow row) {
    return Json.createObjectBuilder()
        .add("path", "/patients/" + row.id() + "/resume")
        .add("name", row.displayName())
        .add("number", row.mrn())
        .add("about", show.about(row))
        .add("phone", show.phone(row.phone()))
        .build();
  }
}
