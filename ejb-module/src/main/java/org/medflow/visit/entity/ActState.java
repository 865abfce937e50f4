package org.medflow.visit.entity;

import java.util.Map;
import java.util.Set;

/** Where an act stands. */
public enum ActState {
  PLANNED,
  IN_PROGRESS,
  COMPLETED,
  CANCELLED,
  DEFERRED;

  private static final Map<ActState, Set<ActState>> NEXT =
      Map.of(
          PLANNED, Set.of(IN_PROGRESS, COMPLETED, CANCELLED, DEFERRED),
          IN_PROGRESS, Set.of(COMPLETED, CANCELLED),
          DEFERRED, Set.of(PLANNED, CANCELLED),
          COMPLETED, Set.of(),
          CANCELLED, Set.of());

  public boolean mayBecome(ActState next) {
    return NEXT.get(this).contains(next);
  }
}
