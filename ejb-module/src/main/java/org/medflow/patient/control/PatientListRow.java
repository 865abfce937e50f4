package org.medflow.patient.control;

import java.util.Collection;
import java.util.UUID;
import org.medflow.patient.entity.Birth;
import org.medflow.patient.entity.Sex;
import org.medflow.platform.vault.Sealed;

/** One patient as lists show her, telephone and old number still sealed. */
public record PatientListRow(
    UUID id,
    String mrn,
    String lastName,
    String postName,
    String firstName,
    Birth birth,
    Sex sex,
    String convention,
    Kept phone,
    Kept legacy) {

  /** A sealed value with the row it is bound to. */
  public record Kept(UUID row, Sealed value) {}

  /** Null for an empty array, whose type the database could not tell. */
  static <T> Collection<T> orNull(Collection<T> values) {
    return values.isEmpty() ? null : values;
  }
}
