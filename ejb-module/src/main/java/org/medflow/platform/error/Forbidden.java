package org.medflow.platform.error;

import java.io.Serial;
import java.util.List;
import java.util.Map;

/** The caller is known but lacks the right. */
public final class Forbidden extends ClinicException {

  @Serial private static final long serialVersionUID = 1L;
  private static final String RETRY_AFTER = "retryAfter";

  public Forbidden(String code) {
    super(code, List.of(), Map.of());
  }

  /** Refused for now: in so many seconds the same may be tried again. */
  public static Forbidden until(String code, int seconds) {
    return new Forbidden(code, Map.of(RETRY_AFTER, seconds));
  }

  private Forbidden(String code, Map<String, Object> details) {
    super(code, List.of(), details);
  }

  /** Seconds to wait, 0 when waiting does not help. */
  public int retryAfter() {
    return (int) details().getOrDefault(RETRY_AFTER, 0);
  }
}
