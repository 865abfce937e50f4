package org.medflow.platform.web;

import java.util.Optional;
import java.util.Set;
import org.medflow.platform.store.Outage;
import org.medflow.platform.store.StoreException;

/**
 * What the database's refusals mean to a caller. A refused value or a broken constraint that no
 * facade foresaw is the caller's 422 or 409 and a defect in the log; a database out of reach, full,
 * or giving up on a lock is 503 and worth another try.
 */
final class StoreFaults {

  private static final int SOON = 2;
  private static final Set<String> TAKEN = Set.of("23505", "23P01");

  private StoreFaults() {}

  static Optional<Fault> of(Throwable failure) {
    if (Outage.is(failure)) {
      return later();
    }
    var state = StoreException.stateOf(failure);
    return state.isPresent() ? ofState(state.get()) : stale(failure);
  }

  private static Optional<Fault> later() {
    return Optional.of(Fault.later(503, "unavailable", SOON));
  }

  static Optional<Fault> ofState(String state) {
    if (TAKEN.contains(state)) {
      return Optional.of(Fault.of(409, "already-there"));
    }
    if (Outage.isState(state)) {
      return later();
    }
    return state.startsWith("22") || state.startsWith("23")
        ? Optional.of(Fault.of(422, "invalid"))
        : Optional.empty();
  }

  private static Optional<Fault> stale(Throwable failure) {
    return failure.getClass().getSimpleName().equals("OptimisticLockException")
        ? Optional.of(Fault.of(409, "stale-version"))
        : Optional.empty();
  }
}
