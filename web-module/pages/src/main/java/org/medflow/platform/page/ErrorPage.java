package org.medflow.platform.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.regex.Pattern;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;

/** Not found, not allowed, too old, broken: plain words, a way on, a number for the help desk. */
@Named
@RequestScoped
@Screen(
    path = "/erreur/{fin}",
    view = ErrorPage.VIEW,
    open = "says what went wrong, also to somebody who is not signed in")
public class ErrorPage {

  static final String VIEW = "/error/error.xhtml";

  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

  /** Middle of the message keys, for example {@code not-found}. */
  public String getKind() {
    return Outcome.of(Route.request()).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it is none of her doing, so that she is given a number for the help desk. */
  public boolean isFailed() {
    return Outcome.of(Route.request()) == Outcome.FAILED || isUnavailable();
  }

  public boolean isUnavailable() {
    return Outcome.of(Route.request()) == Outcome.UNAVAILABLE;
  }

  /** Whoever asks too fast gets the page that costs least. */
  private static boolean isHurried() {
    return Outcome.of(Route.request()) == Outcome.TOO_MANY;
  }

  public String getIncident() {
    var given = String.valueOf(Route.request().getParameter("ref"));
    return ID.matcher(given).matches() ? given : Incident.of(Route.request());
  }

  /** With the navigation for people who are signed in, without when even that may be broken. */
  public String getTemplate() {
    return "/WEB-INF/templates/" + (isBare() ? "bare" : "shell") + ".xhtml";
  }

  public boolean isBare() {
    return isFailed() || isHurried() || Actors.current().kind() == Actor.Kind.ANONYMOUS;
  }

  public String getBack() {
    var path = Route.current().path();
    return path.startsWith("/erreur/") ? Return.to(Route.request().getParameter("retour")) : path;
  }
}
