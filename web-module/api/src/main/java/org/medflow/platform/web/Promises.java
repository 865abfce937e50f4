package org.medflow.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.medflow.platform.idempotency.IdempotencyKey;

/** The Idempotency-Key header. */
public final class Promises {

  private static final Pattern KEY = Pattern.compile("[!-~]{8,128}");

  private Promises() {}

  /**
   * The caller's promise about a request whose body has been read; null when there is none.
   *
   * @param route method and path template
   */
  public static IdempotencyKey of(HttpServletRequest request, String route) {
    var key = request.getHeader("Idempotency-Key");
    return key == null
        ? null
        : new IdempotencyKey(checked(key), route, MeasuredRequest.hashOf(request));
  }

  static String checked(String key) {
    if (!KEY.matcher(key).matches()) {
      throw Refusal.badRequest("bad-idempotency-key");
    }
    return key;
  }
}
