package org.medflow.platform.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.medflow.platform.security.OpaqueTokens;

/**
 * By what a browser is known again before anybody signs in: a random cookie, no session. Forms for
 * strangers are bound to it.
 */
final class Knock {

  static final String COOKIE = "mf-visite";

  private static final Pattern MADE_HERE = Pattern.compile("[A-Za-z0-9_-]{43}");

  private Knock() {}

  static Optional<String> of(HttpServletRequest request) {
    var given = Optional.ofNullable((String) request.getAttribute(COOKIE));
    return given.or(() -> sent(request));
  }

  /** Gives a browser its cookie when it has none yet. */
  static void keep(HttpServletRequest request, HttpServletResponse response) {
    if (sent(request).isPresent()) {
      return;
    }
    var fresh = OpaqueTokens.fresh();
    request.setAttribute(COOKIE, fresh);
    var cookie = new Cookie(COOKIE, fresh);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }

  private static Optional<String> sent(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> COOKIE.equals(cookie.getName()))
        .map(Cookie::getValue)
        .filter(MADE_HERE.asMatchPredicate())
        .findFirst();
  }
}
