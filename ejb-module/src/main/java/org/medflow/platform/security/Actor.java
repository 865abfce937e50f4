package org.medflow.platform.security;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * On whose behalf a boundary call runs: who, in which clinics, with which rights.
 *
 * @param id the user's, device's or system job's id
 * @param clinics the clinics whose rows the database shows to this call
 * @param session our session row, null for devices and jobs
 */
public record Actor(
    Kind kind, UUID id, Set<UUID> clinics, Set<Permission> permissions, UUID session) {

  /** What kind of party acts. */
  public enum Kind {
    USER,
    DEVICE,
    JOB,
    SYSTEM,
    ANONYMOUS
  }

  private static final UUID NOBODY = new UUID(0, 0);

  public Actor {
    clinics = Set.copyOf(clinics);
    permissions = Set.copyOf(permissions);
  }

  public static Actor anonymous() {
    return new Actor(Kind.ANONYMOUS, NOBODY, Set.of(), Set.of(), null);
  }

  /** The launcher or a timer: no clinic, only the named rights. */
  public static Actor system(Permission first, Permission... rest) {
    return new Actor(Kind.SYSTEM, NOBODY, Set.of(), EnumSet.of(first, rest), null);
  }

  /** The same party seeing only this clinic. */
  public Actor within(UUID clinic) {
    return new Actor(kind, id, Set.of(clinic), permissions, session);
  }

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  /** The one clinic that new rows belong to. */
  public UUID clinic() {
    if (clinics.size() != 1) {
      throw new IllegalStateException("this call needs exactly one clinic, not " + clinics.size());
    }
    return clinics.iterator().next();
  }
}
