package org.medflow.platform.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;

/** What a page takes from outside: no more than a form holds, and no form of another site. */
final class Safety {

  private static final long MOST = 1_048_576;
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final Set<String> OURS = Set.of("same-origin", "none");

  private Safety() {}

  /** More than a form of ours can hold, or a body whose length nobody tells beforehand. */
  static boolean oversized(HttpServletRequest request) {
    return request.getContentLengthLong() > MOST || request.getHeader("Transfer-Encoding") != null;
  }

  static boolean reading(HttpServletRequest request) {
    return READING.contains(request.getMethod());
  }

  /** A change sent by a page that is not one of ours. */
  static boolean foreign(HttpServletRequest request) {
    if (reading(request)) {
      return false;
    }
    var site = request.getHeader("Sec-Fetch-Site");
    return site != null
        ? !OURS.contains(site)
        : foreignOrigin(request.getHeader("Origin"), request.getHeader("Host"));
  }

  static boolean foreignOrigin(String origin, String host) {
    if (origin == null) {
      return false;
    }
    try {
      return !URI.create(origin).getAuthority().equalsIgnoreCase(host);
    } catch (IllegalArgumentException | NullPointerException unreadable) {
      return true;
    }
  }
}
