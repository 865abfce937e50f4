package org.medflow.platform.page;

import jakarta.servlet.http.HttpServletRequest;
import org.jboss.logging.MDC;
import org.medflow.platform.Ids;

/** The number under which a request is found in the logs; a person reads it to the help desk. */
final class Incident {

  static final String KEY = "correlationId";

  private Incident() {}

  static String open(HttpServletRequest request) {
    var id = Ids.next().toString();
    request.setAttribute(KEY, id);
    MDC.put(KEY, id);
    return id;
  }

  static String of(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(KEY));
  }
}
