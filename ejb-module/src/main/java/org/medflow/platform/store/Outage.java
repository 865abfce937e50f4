package org.medflow.platform.store;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import javax.transaction.xa.XAException;

/**
 * The database out of reach, full, or giving up on a lock: nothing is wrong with what was asked,
 * and asking again may work.
 */
public final class Outage {

  private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");
  private static final Set<String> PASSING = Set.of("40001", "40P01", "55P03", "25006", "25P03");
  private static final Pattern POOL = Pattern.compile("IJ[0-9]{6}: ");

  private Outage() {}

  /** Whether one hides anywhere behind this failure. */
  public static boolean behind(Throwable failure) {
    return chain(failure).stream().anyMatch(Outage::is);
  }

  /** Whether this very failure is one. */
  public static boolean is(Throwable failure) {
    return StoreException.stateOf(failure).map(Outage::isState).orElseGet(() -> shut(failure));
  }

  public static boolean isState(String state) {
    return PASSING.contains(state)
        || state.length() >= 2 && CLASSES.contains(state.substring(0, 2));
  }

  /**
   * No connection to be had, or it broke at the commit, so that nobody knows the outcome. The pool
   * says so in messages of its own that begin with IJ; its classes are the server's.
   */
  private static boolean shut(Throwable failure) {
    return failure instanceof XAException
        || POOL.matcher(String.valueOf(failure.getMessage())).lookingAt()
        || failure.getClass().getName().startsWith("jakarta.resource.");
  }

  /** A failure with everything behind it: causes, what was suppressed, what a batch chains on. */
  public static Set<Throwable> chain(Throwable failure) {
    var seen = new LinkedHashSet<Throwable>();
    follow(failure, seen);
    return seen;
  }

  private static void follow(Throwable failure, Set<Throwable> seen) {
    if (failure == null || !seen.add(failure)) {
      return;
    }
    follow(failure.getCause(), seen);
    for (var aside : failure.getSuppressed()) {
      follow(aside, seen);
    }
    StoreException.nextOf(failure).ifPresent(next -> follow(next, seen));
  }
}
