package org.medflow.platform.error;

import java.io.Serial;
import java.util.List;
import java.util.Map;

/** What was sent breaks a rule; the fields say where. */
public final class Invalid extends ClinicException {

  @Serial private static final long serialVersionUID = 1L;

  public Invalid(String code) {
    super(code, List.of(), Map.of());
  }

  public Invalid(List<FieldError> fields) {
    super("invalid", fields, Map.of());
  }

  public static Invalid field(String field, String code) {
    return new Invalid(List.of(new FieldError(field, code)));
  }
}
