package org.medflow.patient.boundary;

import java.util.Optional;
import java.util.UUID;

/** A room that may refuse that a patient is removed. */
public interface DeletionGuard {

  /** Message key of the reason to refuse, empty when this room has none. */
  Optional<String> refusal(UUID patient);
}
