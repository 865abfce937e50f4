package org.medflow.audit.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A deed, or one that was refused.
 *
 * @param action its code, for example {@code patient.read}; of a refused call the method's name
 * @param about ids of what it was about, at most a hundred
 * @param count of how many things it was about
 */
public record AuditRow(
    UUID id,
    Instant at,
    String actorKind,
    UUID actor,
    UUID clinic,
    String action,
    String entity,
    List<UUID> about,
    int count,
    String outcome,
    String reason,
    String correlation)
    implements Serializable {

  public AuditRow {
    about = List.copyOf(about);
  }
}
