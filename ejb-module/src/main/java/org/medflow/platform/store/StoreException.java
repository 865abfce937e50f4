package org.medflow.platform.store;

import java.io.Serial;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The database refused or could not be reached; the cause says which constraint, if any. */
public final class StoreException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private static final Pattern QUOTED =
      Pattern.compile("[\"\u00ab\u201e\u201c]\\s?([a-z][a-z0-9_]*)\\s?[\"\u00bb\u201d\u201c]");

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

  /** Whether the connection broke, rather than the statement: another one may well answer. */
  public boolean connectionLost() {
    var state = stateOf(getCause()).orElse("");
    return state.startsWith("08") || state.startsWith("57P0");
  }

  /** The SQLSTATE of this very failure, for whoever must tell a caller what it means. */
  public static Optional<String> stateOf(Throwable failure) {
    return failure instanceof SQLException sql
        ? Optional.ofNullable(sql.getSQLState())
        : Optional.empty();
  }

  /** The refusal chained to this one, as drivers do for batches. */
  public static Optional<Throwable> nextOf(Throwable failure) {
    return failure instanceof SQLException sql
        ? Optional.ofNullable(sql.getNextException())
        : Optional.empty();
  }

  /** The last quoted name of the first line, whatever language and quotes the server uses. */
  private static String nameIn(String message) {
    var names = QUOTED.matcher(message.lines().findFirst().orElse(""));
    var last = "";
    while (names.find()) {
      last = names.group(1);
    }
    return last;
  }
}
