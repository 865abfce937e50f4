package org.medflow.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.medflow.platform.security.SafeHeaders;

/** What every answer of the API says to browsers and caches: this is data, and nobody else's. */
final class ApiHeaders {

  private ApiHeaders() {}

  static void put(HttpServletRequest request, HttpServletResponse response) {
    SafeHeaders.put(request, response);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
  }
}
