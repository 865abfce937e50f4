package org.medflow.platform.error;

import jakarta.ejb.ApplicationException;
import java.io.Serial;
import java.util.List;
import java.util.Map;

/**
 * What went wrong, in words a person can act on: {@code code} names the message {@code
 * error.<code>} in the bundles, fields say where, details carry what the caller may see.
 */
@ApplicationException(rollback = true)
public abstract sealed class ClinicException extends RuntimeException
    permits NotFound, Conflict, Forbidden, Invalid, Unavailable {

  @Serial private static final long serialVersionUID = 1L;

  private final String code;
  private final transient List<FieldError> fields;
  private final transient Map<String, Object> details;

  ClinicException(String code, List<FieldError> fields, Map<String, Object> details) {
    super(code);
    this.code = code;
    this.fields = List.copyOf(fields);
    this.details = Map.copyOf(details);
  }

  /** Message key without {@code error.}, also the machine-readable code of the problem. */
  public String code() {
    return code;
  }

  public List<FieldError> fields() {
    return fields == null ? List.of() : fields;
  }

  /** Extra members of the problem, for example {@code candidates}. */
  public Map<String, Object> details() {
    return details == null ? Map.of() : details;
  }
}
