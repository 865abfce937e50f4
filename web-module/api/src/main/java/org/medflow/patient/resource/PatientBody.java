package org.medflow.patient.resource;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.medflow.patient.boundary.AmendPatient;
import org.medflow.patient.boundary.Cover;
import org.medflow.patient.boundary.Decision;
import org.medflow.patient.boundary.IdentifierInput;
import org.medflow.patient.boundary.Person;
import org.medflow.patient.boundary.PostalAddress;
import org.medflow.patient.boundary.RegisterPatient;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.patient.entity.Sex;
import org.medflow.platform.web.Refusal;

/**
 * A patient as sent: the fields of the person at the top, as {@code GET} shows them, or together in
 * {@code person}, never both.
 */
public record PatientBody(
    @Valid Person person,
    String lastName,
    String postName,
    String firstName,
    Sex sex,
    LocalDate birthDate,
    BirthPrecision birthPrecision,
    Integer age,
    List<String> phones,
    String email,
    List<IdentifierInput> identifiers,
    @Valid PostalAddress address,
    @Valid Cover cover,
    String emergencyContact,
    @Valid List<Decision> decisions) {

  public RegisterPatient registration() {
    return new RegisterPatient(who(), address, cover, emergencyContact, decisions);
  }

  AmendPatient amendment() {
    if (decisions != null) {
      throw Refusal.malformed("decisions", "unknown-field");
    }
    return new AmendPatient(who(), address, cover, emergencyContact);
  }

  private Person who() {
    boolean atTheTop =
        Stream.of(
                lastName,
                postName,
                firstName,
                sex,
                birthDate,
                birthPrecision,
                age,
                phones,
                email,
                identifiers)
            .anyMatch(Objects::nonNull);
    if (person != null && atTheTop) {
      throw Refusal.malformed("person", "bad-format");
    }
    return person != null || !atTheTop
        ? person
        : new Person(
            lastName,
            postName,
            firstName,
            sex,
            birthDate,
            birthPrecision,
            age,
            phones,
            email,
            identifiers);
  }
}
