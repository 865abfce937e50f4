package org.medflow.patient.boundary;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.patient.entity.Sex;

/**
 * One line of a list of patients.
 *
 * @param phone first telephone, E.164, null when none
 * @param legacy old file number, null when none
 * @param matched why it was found: {@code NAME}, {@code PHONE}, {@code NUMBER}, {@code LEGACY}
 */
public record PatientRow(
    UUID id,
    String mrn,
    String lastName,
    String postName,
    String firstName,
    LocalDate birthDate,
    BirthPrecision birthPrecision,
    Integer age,
    Sex sex,
    String phone,
    String legacy,
    String convention,
    List<String> matched)
    implements Serializable {

  public String displayName() {
    return NameLine.of(lastName, postName, firstName);
  }
}
