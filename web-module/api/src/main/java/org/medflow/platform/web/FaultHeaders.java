package org.medflow.platform.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** Headers that belong to an error. */
final class FaultHeaders {

  private FaultHeaders() {}

  static Map<String, String> of(Fault fault) {
    var headers = new LinkedHashMap<String, String>();
    if (fault.status() == 401) {
      headers.put("WWW-Authenticate", "Bearer realm=\"medflow\"");
    }
    if (fault.retryAfter() > 0) {
      headers.put("Retry-After", String.valueOf(fault.retryAfter()));
    }
    return headers;
  }
}
