package org.medflow.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What every answer of this house tells browsers, pages and API alike: guess no types, show me in
 * nobody's frame, share nothing with other sites, use no device but the camera. A page replaces the
 * content policy, which is made for data, by its own.
 */
public final class SafeHeaders {

  public static final String POLICY = "Content-Security-Policy";

  private static final String DATA_ONLY = "default-src 'none'; frame-ancestors 'none'";
  private static final String YEAR = "max-age=31536000";
  private static final String DEVICES =
      "accelerometer=(), autoplay=(), camera=(self), display-capture=(), geolocation=(),"
          + " gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

  private SafeHeaders() {}

  public static void put(HttpServletRequest request, HttpServletResponse response) {
    of(request.isSecure()).forEach(response::setHeader);
  }

  /** Over plain HTTP, which only this machine speaks, nobody is told to insist on HTTPS. */
  static Map<String, String> of(boolean secure) {
    var headers = new LinkedHashMap<String, String>();
    headers.put(POLICY, DATA_ONLY);
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Permissions-Policy", DEVICES);
    headers.put("Referrer-Policy", "same-origin");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("X-Permitted-Cross-Domain-Policies", "none");
    if (secure) {
      headers.put("Strict-Transport-Security", YEAR);
    }
    return headers;
  }
}
