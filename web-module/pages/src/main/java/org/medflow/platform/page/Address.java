package org.medflow.platform.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a request goes, without context, session ids or a trailing slash. */
record Address(String path) {

  private static final String FILES = "/jakarta.faces.resource/";

  static Address of(HttpServletRequest request) {
    var info = request.getPathInfo();
    return of(request.getServletPath() + (info == null ? "" : info));
  }

  static Address of(String raw) {
    if (raw.isEmpty() || raw.equals("/")) {
      return new Address("/");
    }
    return new Address(raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw);
  }

  /** A style sheet, script, font, picture or the pulse: the same for everybody. */
  boolean common() {
    return path.startsWith(FILES) || path.equals(PulseServlet.PATH);
  }

  /** What tells machines how the house is. */
  boolean watched() {
    return path.startsWith("/health/") || path.equals("/metrics");
  }

  /** The live line, where a one-time ticket is the key. */
  boolean socket() {
    return path.equals("/live");
  }

  /** Whether a page may be sent back here: only inside this house, never to another host. */
  static boolean local(String target) {
    return target != null
        && target.startsWith("/")
        && !target.startsWith("//")
        && target.chars().noneMatch(sign -> sign == '\\' || Character.isISOControl(sign));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
