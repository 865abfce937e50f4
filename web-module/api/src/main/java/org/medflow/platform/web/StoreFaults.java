package org.medflow.platform.web;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.transaction.xa.XAException;
import org.medflow.platform.store.StoreException;

/**
 * What the database's refusals mean to a caller. A refused value or a broken constraint that no
 * facade foresaw is the caller's 422 or 409 and a defect in the log; a database out of reach, full,
 * or giving up on a lock is 503 and worth another try.
 */
final class StoreFaults {

  private static final int SOON = 2;
  private static final Set<String> TAKEN = Set.of("23505", "23P01");
  private static final Set<String> PASSING =
      Set.of("40001", "40P01", "55P03", "57014", "25006", "25P03");

  private static final Pattern POOL = Pattern.compile("IJ[0-9]{6}: ");

  private StoreFaults() {}

  static Optional<Fault> of(Throwable failure) {
    var state = StoreException.stateOf(failure);
    if (state.isPresent()) {
      return ofState(state.get());
    }
    return outOfReach(failure)
        ? Optional.of(Fault.later(503, "unavailable", SOON))
        : stale(failure);
  }

  static Optional<Fault> ofState(String state) {
    if (TAKEN.contains(state)) {
      return Optional.of(Fault.of(409, "already-there"));
    }
    return switch (state.substring(0, Math.min(2, state.length()))) {
      case "22", "23" -> Optional.of(Fault.of(422, "invalid"));
      case "08", "53", "57", "58" -> Optional.of(Fault.later(503, "unavailable", SOON));
      default ->
          PASSING.contains(state)
              ? Optional.of(Fault.later(503, "unavailable", SOON))
              : Optional.empty();
    };
  }

  /**
   * No connection to be had, or it broke at the commit, so that nobody knows the outcome. The pool
   * says so in messages of its own that begin with IJ; its classes are the server's.
   */
  private static boolean outOfReach(Throwable failure) {
    return failure instanceof XAException
        || POOL.matcher(String.valueOf(failure.getMessage())).lookingAt()
        || failure.getClass().getName().startsWith("jakarta.resource.");
  }

  private static Optional<Fault> stale(Throwable failure) {
    return failure.getClass().getSimpleName().equals("OptimisticLockException")
        ? Optional.of(Fault.of(409, "stale-version"))
        : Optional.empty();
  }
}
