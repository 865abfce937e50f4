package org.medflow.legacy.control;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells trouble that passes (database away, pool empty, deadlock, time-out) from a row that cannot
 * be taken. The first stops the job, which goes on later from its watermark; the second is written
 * down as an error of that row.
 */
public final class PassingTrouble {

  private static final Set<String> CLASSES = Set.of("08", "25", "40", "53", "55", "57", "58");

  private PassingTrouble() {}

  public static boolean is(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof SQLException sql && passes(sql)
                    || cause.getClass().getName().startsWith("jakarta.resource."));
  }

  /** What failed and where, without a message, which might hold what stood in the row. */
  public static String kinds(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .map(cause -> cause.getClass().getSimpleName() + at(cause))
        .collect(Collectors.joining(" < "));
  }

  private static String at(Throwable cause) {
    return cause.getStackTrace().length == 0 ? "" : " at " + cause.getStackTrace()[0];
  }

  private static boolean passes(SQLException refused) {
    var state = refused.getSQLState();
    return refused instanceof SQLTransientException
        || state == null
        || state.length() < 2
        || CLASSES.contains(state.substring(0, 2));
  }
}
