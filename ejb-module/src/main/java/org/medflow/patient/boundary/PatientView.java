package org.medflow.patient.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.medflow.patient.control.Overlay;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.patient.entity.Sex;

/**
 * One patient, opened for a caller who may see her.
 *
 * @param age full years today in the clinic's zone, null when unknown
 * @param phones E.164
 * @param aliases old numbers that still lead here
 * @param incomplete fields that nobody knew at registration, for example {@code birthDate}
 * @param version for If-Match
 */
public record PatientView(
    UUID id,
    String mrn,
    String lastName,
    String postName,
    String firstName,
    LocalDate birthDate,
    BirthPrecision birthPrecision,
    Integer age,
    Sex sex,
    List<String> phones,
    String email,
    List<IdentifierView> identifiers,
    PostalAddress address,
    Cover cover,
    String emergencyContact,
    List<String> aliases,
    List<String> incomplete,
    long version,
    Instant createdAt,
    Instant updatedAt)
    implements Serializable {

  /** Names of the request fields in which this differs from what was known before. */
  public List<String> changedSince(PatientView before) {
    return Overlay.changed(before, this);
  }

  /** Family name in capitals, postnom and first name, as on the banner. */
  public String displayName() {
    return NameLine.of(lastName, postName, firstName);
  }
}
