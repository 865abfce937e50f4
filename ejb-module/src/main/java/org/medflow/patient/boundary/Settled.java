package org.medflow.patient.boundary;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/**
 * What became of a newcomer.
 *
 * @param id her record, null when none was made
 * @param refusal why none was made: {@code code:field} for a broken value, {@code
 *     patient-likely-duplicate}, {@code patient-identifier-taken} or {@code
 *     patient-known-elsewhere}; null when one was, or would have been
 * @param invalid whether a value of hers was broken
 * @param candidates whom a person has to compare her with
 */
public record Settled(UUID id, String refusal, boolean invalid, List<UUID> candidates)
    implements Serializable {

  static Settled made(UUID id) {
    return new Settled(id, null, false, List.of());
  }

  static Settled invalid(String refusal) {
    return new Settled(null, refusal, true, List.of());
  }

  static Settled refused(String refusal, List<UUID> candidates) {
    return new Settled(null, refusal, false, candidates);
  }
}
