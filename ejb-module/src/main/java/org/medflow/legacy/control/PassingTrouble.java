package org.medflow.legacy.control;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

/**
 * Tells trouble that passes (database away, pool empty, deadlock, time-out) from a row that cannot
 * be taken. The first stops the job, which goes on later from its watermark; the second is written
 * down as an error of that row.
 */
public final class PassingTrouble {

  private static final Set<String> CLASSES = Set.of("08", "25", "40", "53", "55", "57", "58");

  private PassingTrouble() {}

  public static boolean is(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && passes(sql)
          || t.getClass().getName().contains("resource.Resource")) {
        return true;
      }
    }
    return false;
  }

  private static boolean passes(SQLException refused) {
    var state = refused.getSQLState();
    return refused instanceof SQLTransientException
        || state == null
        || state.length() < 2
        || CLASSES.contains(state.substring(0, 2));
  }
}
