package org.medflow.identity.web;

import jakarta.security.enterprise.credential.Credential;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.medflow.identity.boundary.BearerCredential;
import org.medflow.identity.boundary.OperatorCredential;
import org.medflow.platform.web.Refusal;

/** The credential in an Authorization header; the launcher's counts from loopback only. */
final class Authorization {

  private static final String BEARER = "Bearer ";
  private static final String OPERATOR = "Operator ";
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1");
  private static final int LONGEST_CLINIC = 64;

  private Authorization() {}

  static Optional<Credential> of(HttpServletRequest request) {
    return of(
        request.getHeader("Authorization"),
        request.getHeader("X-Clinic-ID"),
        request.getRemoteAddr());
  }

  static Optional<Credential> of(String header, String clinic, String address) {
    if (starts(header, BEARER)) {
      return Optional.of(new BearerCredential(rest(header, BEARER), clinic(clinic)));
    }
    return starts(header, OPERATOR) && LOOPBACK.contains(address)
        ? Optional.of(new OperatorCredential(rest(header, OPERATOR)))
        : Optional.empty();
  }

  private static String clinic(String header) {
    if (header == null || header.isBlank()) {
      return null;
    }
    if (header.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.malformed("X-Clinic-ID", "bad-format");
    }
    return header.substring(0, Math.min(LONGEST_CLINIC, header.length())).trim();
  }

  private static boolean starts(String header, String scheme) {
    return header != null && header.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  private static String rest(String header, String scheme) {
    return header.substring(scheme.length()).trim();
  }
}
