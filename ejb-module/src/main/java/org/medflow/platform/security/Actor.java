package org.medflow.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * On whose behalf a boundary call runs: who, in which clinics, with which rights.
 *
 * @param id the user's, device's or system job's id
 * @param clinics the clinics whose rows the database shows to this call
 * @param session our session row, null for devices and jobs
 * @param proven when the person behind the session last proved who she is, null for devices and
 *     jobs
 */
public record Actor(
    Kind kind,
    UUID id,
    Set<UUID> clinics,
    Set<Permission> permissions,
    UUID session,
    Instant proven) {

  /** What kind of party acts. */
  public enum Kind {
    USER,
    DEVICE,
    JOB,
    SYSTEM,
    ANONYMOUS
  }

  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final UUID NOBODY = new UUID(0, 0);

  public Actor {
    clinics = Set.copyOf(clinics);
    permissions = Set.copyOf(permissions);
  }

  /** Somebody, or something, of whom nothing was asked lately. */
  public Actor(Kind kind, UUID id, Set<UUID> clinics, Set<Permission> permissions, UUID session) {
    this(kind, id, clinics, permissions, session, null);
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
    return new Actor(kind, id, Set.of(clinic), permissions, session, proven);
  }

  /** The same party, of whom something was asked just now. */
  public Actor provenAt(Instant now) {
    return new Actor(kind, id, clinics, permissions, session, now);
  }

  /** Whether this is no person, or one who proved who she is within the last five minutes. */
  public boolean fresh(Instant now) {
    return kind != Kind.USER || proven != null && proven.isAfter(now.minus(FRESH));
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
