package org.medflow.legacy.boundary;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Permission;

/**
 * The word of one job execution that it may write for a run; it is worth nothing as soon as another
 * execution holds the run, or a person has halted it.
 */
public record Claim(UUID run, UUID holder, UUID clinic, boolean dryRun) implements Serializable {

  private static final Set<Permission> RIGHTS =
      Set.of(
          Permission.MANAGE_MIGRATIONS,
          Permission.VIEW_PATIENTS,
          Permission.REGISTER_PATIENTS,
          Permission.MANAGE_PATIENTS,
          Permission.MANAGE_APPOINTMENTS);

  /** Whom a job works as: it sees the clinic of its run and may bring rows in, nothing more. */
  public Actor actor() {
    return new Actor(Actor.Kind.JOB, run, Set.of(clinic), RIGHTS, null);
  }

  /** A person who may order a migration may also take in a single row of it. */
  static Actor rightsOf(Actor person) {
    var rights = new HashSet<>(person.permissions());
    rights.addAll(RIGHTS);
    return new Actor(person.kind(), person.id(), person.clinics(), rights, person.session());
  }
}
