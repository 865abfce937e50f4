package org.medflow.platform.web;

import java.util.List;
import java.util.Map;
import org.medflow.platform.error.FieldError;

/**
 * An error in the terms of HTTP, before it is put into words.
 *
 * @param retryAfter seconds for Retry-After, 0 for none
 * @param details extra members of the problem
 */
record Fault(
    int status, String code, List<FieldError> fields, Map<String, Object> details, int retryAfter) {

  static Fault of(int status, String code) {
    return new Fault(status, code, List.of(), Map.of(), 0);
  }

  static Fault later(int status, String code, int seconds) {
    return new Fault(status, code, List.of(), Map.of(), seconds);
  }

  boolean unexpected() {
    return status == 500;
  }
}
