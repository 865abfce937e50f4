package org.medflow.identity.web;

import jakarta.servlet.http.HttpServletResponse;

/** What every answer of the API says to browsers and caches: this is data, and nobody else's. */
final class ApiHeaders {

  private ApiHeaders() {}

  static void put(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
  }
}
