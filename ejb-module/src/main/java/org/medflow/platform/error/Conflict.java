package org.medflow.platform.error;

import java.io.Serial;
import java.util.List;
import java.util.Map;

/** The request is sound but the present state refuses it. */
public final class Conflict extends ClinicException {

  @Serial private static final long serialVersionUID = 1L;

  public Conflict(String code) {
    super(code, List.of(), Map.of());
  }

  public Conflict(String code, Map<String, Object> details) {
    super(code, List.of(), details);
  }
}
