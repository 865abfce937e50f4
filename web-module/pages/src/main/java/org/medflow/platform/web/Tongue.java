package org.medflow.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The language of somebody who is not signed in yet: asked for in the address, kept in a cookie.
 */
public final class Tongue {

  private static final String COOKIE = "mf-langue";
  private static final String ASKED = "langue";
  private static final int YEAR = 365 * 24 * 3600;
  private static final Map<String, Locale> KNOWN =
      Map.of("fr", Locale.FRENCH, "en", Locale.ENGLISH);

  private Tongue() {}

  public static void own(HttpServletRequest request, String language) {
    request.setAttribute(COOKIE, language);
  }

  public static Locale of(HttpServletRequest request) {
    var own = request.getAttribute(COOKIE);
    return own == null ? visitor(request) : KNOWN.getOrDefault(own, Locale.FRENCH);
  }

  private static Locale visitor(HttpServletRequest request) {
    var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
    var kept =
        Arrays.stream(cookies)
            .filter(cookie -> COOKIE.equals(cookie.getName()))
            .map(Cookie::getValue);
    return Stream.concat(Stream.ofNullable(request.getParameter(ASKED)), kept)
        .map(KNOWN::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(Locale.FRENCH);
  }

  public static void keep(HttpServletRequest request, HttpServletResponse response) {
    var asked = request.getParameter(ASKED);
    if ("GET".equals(request.getMethod()) && asked != null && KNOWN.containsKey(asked)) {
      var cookie = new Cookie(COOKIE, asked);
      cookie.setPath("/");
      cookie.setHttpOnly(true);
      cookie.setMaxAge(YEAR);
      cookie.setAttribute("SameSite", "Lax");
      response.addCookie(cookie);
    }
  }
}
