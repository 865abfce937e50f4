package org.medflow.platform.error;

import java.io.Serial;
import java.util.List;
import java.util.Map;

/** There is no such thing for this caller; another clinic's row looks the same. */
public final class NotFound extends ClinicException {

  @Serial private static final long serialVersionUID = 1L;

  public NotFound(String code) {
    super(code, List.of(), Map.of());
  }
}
