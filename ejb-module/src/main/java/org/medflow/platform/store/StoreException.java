package org.medflow.platform.store;

import java.io.Serial;
import java.sql.SQLException;
import java.util.Optional;

/** The database refused or could not be reached; the cause says which constraint, if any. */
public final class StoreException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  public StoreException(SQLException cause) {
    super(cause);
  }

  /** Name of the violated constraint or unique index found anywhere in the causes. */
  public static Optional<String> constraintOf(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && String.valueOf(sql.getSQLState()).startsWith("23")) {
        return Optional.of(nameIn(sql.getMessage()));
      }
    }
    return Optional.empty();
  }

  private static String nameIn(String message) {
    var matcher = java.util.regex.Pattern.compile("constraint \"([^\"]+)\"").matcher(message);
    return matcher.find() ? matcher.group(1) : "";
  }
}
