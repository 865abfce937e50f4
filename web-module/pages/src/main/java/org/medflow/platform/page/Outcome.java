package org.medflow.platform.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.medflow.platform.store.Outage;

/** How a request ends when there is no page for it. */
enum Outcome {
  NOT_FOUND(HttpServletResponse.SC_NOT_FOUND, "introuvable"),
  FORBIDDEN(HttpServletResponse.SC_FORBIDDEN, "interdit"),
  UNTRUSTED(HttpServletResponse.SC_FORBIDDEN, "formulaire"),
  TOO_MANY(429, "patience"),
  EXPIRED(HttpServletResponse.SC_OK, "expire"),
  UNAVAILABLE(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "indisponible"),
  FAILED(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "incident");

  private static final String KEY = Outcome.class.getName();
  private static final String SOON = "5";
  private static final System.Logger LOG = System.getLogger("org.medflow.pages");

  private final int status;
  private final String word;

  Outcome(int status, String word) {
    this.status = status;
    this.word = word;
  }

  /** Remembers the end for the page that tells it. */
  void ask(HttpServletRequest request) {
    request.setAttribute(KEY, this);
  }

  static Optional<Outcome> asked(HttpServletRequest request) {
    return Optional.ofNullable((Outcome) request.getAttribute(KEY));
  }

  /**
   * The end that an error page is about: asked for, sent by the server, or named in the address.
   */
  static Outcome of(HttpServletRequest request) {
    var sent = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return asked(request)
        .or(() -> Optional.ofNullable(sent).map(Outcome::of))
        .orElseGet(() -> named(Route.of(request).values().get("fin")));
  }

  private static Outcome of(int status) {
    return Arrays.stream(values())
        .filter(outcome -> outcome.status == status)
        .findFirst()
        .orElse(status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? NOT_FOUND : FAILED);
  }

  private static Outcome named(String word) {
    return Arrays.stream(values())
        .filter(outcome -> outcome.word.equals(word))
        .findFirst()
        .orElse(NOT_FOUND);
  }

  int status() {
    return status;
  }

  /** The end of a request that failed: our fault, or only the database is away. */
  static Outcome of(Throwable failure, String incident) {
    if (Outage.behind(failure)) {
      LOG.log(System.Logger.Level.WARNING, "no answer of the database, incident {0}", incident);
      return UNAVAILABLE;
    }
    LOG.log(System.Logger.Level.ERROR, "page failed, incident " + incident, failure);
    return FAILED;
  }

  /** Says it in the head of an answer. */
  void mark(HttpServletResponse response) {
    response.setStatus(status);
    if (this == UNAVAILABLE) {
      response.setHeader("Retry-After", SOON);
    }
  }

  /** Its own address, for answers that can only send the browser on. */
  String path(HttpServletRequest request) {
    var back = Address.encoded(Route.of(request).path());
    return "/erreur/" + word + "?ref=" + Incident.of(request) + "&retour=" + back;
  }

  void show(HttpServletRequest request, HttpServletResponse response) {
    if (response.isCommitted()) {
      return;
    }
    ask(request);
    try {
      response.resetBuffer();
      if (Ajax.is(request)) {
        Ajax.redirect(response, path(request));
      } else {
        mark(response);
        request.getRequestDispatcher(ErrorPage.VIEW).forward(Reading.of(request), response);
      }
    } catch (IOException | ServletException | RuntimeException hopeless) {
      LOG.log(System.Logger.Level.ERROR, "the error page failed", hopeless);
      response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }
  }
}
