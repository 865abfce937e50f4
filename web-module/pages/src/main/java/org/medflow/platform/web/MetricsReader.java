package org.medflow.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;

/**
 * Who asks for figures.
 *
 * @param address where the connection comes from
 * @param forwarded whether a proxy says that somebody else asks
 * @param authorization the header, null when there is none
 */
record MetricsReader(String address, boolean forwarded, String authorization) {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1");
  private static final String BEARER = "Bearer ";
  private static final int LEAST = 16;

  static MetricsReader of(HttpServletRequest request) {
    boolean forwarded =
        request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
    return new MetricsReader(
        request.getRemoteAddr(), forwarded, request.getHeader("Authorization"));
  }

  boolean allowed(String token) {
    return LOOPBACK.contains(address) && !forwarded || holds(token);
  }

  private boolean holds(String token) {
    return token != null
        && token.length() >= LEAST
        && authorization != null
        && authorization.startsWith(BEARER)
        && MessageDigest.isEqual(
            bytes(token), bytes(authorization.substring(BEARER.length()).trim()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
