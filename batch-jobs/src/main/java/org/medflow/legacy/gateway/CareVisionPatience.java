package org.medflow.legacy.gateway;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.medflow.legacy.boundary.SourceLost;

/**
 * How long a reader of SQL Server puts up with trouble. What passes (deadlock, time-out, lost
 * connection) is tried again after 1, 2 and 4 seconds (spec legacy.md 1.15); anything else, and the
 * fourth failure, ends the reading. What is told names the error by its numbers, since messages of
 * SQL Server quote values (CareVisionFaultTest).
 */
final class CareVisionPatience {

  private static final System.Logger LOG = System.getLogger(CareVisionPatience.class.getName());

  private static final List<Long> WAITS = List.of(1L, 2L, 4L);
  private static final int DEADLOCK = 1205;
  private static final int LOCK_TIMEOUT = 1222;
  private static final int SESSION_KILLED = 596;
  private static final Set<Integer> PASSING = Set.of(DEADLOCK, LOCK_TIMEOUT, SESSION_KILLED);

  private final LongConsumer waiting;

  /** Takes what waits for a number of seconds. */
  CareVisionPatience(LongConsumer waiting) {
    this.waiting = waiting;
  }

  /** One piece of work on the database. */
  interface Work<T> {
    T run() throws SQLException;
  }

  /** Does the work, again if need be, after {@code failed} has cleared up. */
  <T> T keep(Work<T> work, Runnable failed) {
    for (long wait : WAITS) {
      try {
        return work.run();
      } catch (SQLException trouble) {
        failed.run();
        if (!passes(trouble)) {
          throw lost(trouble);
        }
        LOG.log(Level.WARNING, "CareVision: {0}, again in {1} s", numbers(trouble), wait);
        waiting.accept(wait);
      }
    }
    return once(work, failed);
  }

  /** Does the work and has no patience. */
  static <T> T once(Work<T> work, Runnable failed) {
    try {
      return work.run();
    } catch (SQLException trouble) {
      failed.run();
      throw lost(trouble);
    }
  }

  private static boolean passes(SQLException trouble) {
    return Stream.<Throwable>iterate(trouble, Objects::nonNull, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof IOException
                    || cause instanceof SQLTransientException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof SQLException sql && passing(sql));
  }

  private static boolean passing(SQLException sql) {
    return PASSING.contains(sql.getErrorCode())
        || sql.getSQLState() != null && sql.getSQLState().startsWith("08");
  }

  private static SourceLost lost(SQLException trouble) {
    var numbers = numbers(trouble);
    var told = new SQLException(numbers, trouble.getSQLState(), trouble.getErrorCode());
    told.setStackTrace(trouble.getStackTrace());
    return new SourceLost("CareVision: " + numbers, told);
  }

  /** Numbers, and the kind of what lies beneath: a handshake, a time-out, a name not found. */
  private static String numbers(SQLException trouble) {
    var beneath =
        Stream.<Throwable>iterate(trouble, Objects::nonNull, Throwable::getCause)
            .reduce((outer, inner) -> inner)
            .filter(cause -> !(cause instanceof SQLException))
            .map(cause -> " (" + cause.getClass().getSimpleName() + ")")
            .orElse("");
    return "SQL Server error %d, state %s%s"
        .formatted(trouble.getErrorCode(), trouble.getSQLState(), beneath);
  }
}
