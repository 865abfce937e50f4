package org.medflow.platform.error;

import java.io.Serial;
import java.util.List;
import java.util.Map;

/** The caller is known but lacks the right. */
public final class Forbidden extends ClinicException {

  @Serial private static final long serialVersionUID = 1L;

  public Forbidden(String code) {
    super(code, List.of(), Map.of());
  }
}
