package org.medflow.patient.boundary;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.patient.entity.Sex;

/**
 * Somebody already registered who looks like the person at the desk.
 *
 * @param score 0 to 100; from 60 shown, from 90 another person needs the right to override
 * @param reasons message keys after {@code patient.likeness.}, for example {@code same-phone}
 */
public record Candidate(
    UUID id,
    String mrn,
    String lastName,
    String postName,
    String firstName,
    LocalDate birthDate,
    BirthPrecision birthPrecision,
    Sex sex,
    String phone,
    int score,
    List<String> reasons)
    implements Serializable {

  public String displayName() {
    return NameLine.of(lastName, postName, firstName);
  }
}
