package org.medflow.patient.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.medflow.patient.boundary.Cover;
import org.medflow.patient.boundary.PostalAddress;
import org.medflow.patient.entity.Patient;
import org.medflow.patient.entity.PatientIdentifier;
import org.medflow.patient.entity.PatientPhone;
import org.medflow.platform.Ids;
import org.medflow.platform.error.FieldText;

/** Makes of checked words what is written down, personal values sealed. */
@ApplicationScoped
public class PatientFacts {

  private static final int STREET = 200;
  private static final int PLACE = 80;
  private static final int COVER = 120;
  private static final int EMPLOYEE = 40;
  private static final int EMERGENCY = 200;

  @Inject PatientSeals seals;

  /** Address, cover and emergency contact, each line cleaned. */
  public record Around(PostalAddress address, Cover cover, String emergencyContact) {

    public static Around checked(Around typed, FieldText fields) {
      var address =
          typed.address() == null ? new PostalAddress(null, null, null, null) : typed.address();
      var cover = typed.cover() == null ? new Cover(null, null) : typed.cover();
      return new Around(
          new PostalAddress(
              fields.line("street", address.street(), STREET),
              fields.line("quarter", address.quarter(), PLACE),
              fields.line("commune", address.commune(), PLACE),
              fields.line("city", address.city(), PLACE)),
          new Cover(
              fields.line("convention", cover.convention(), COVER),
              fields.line("employeeNumber", cover.employeeNumber(), EMPLOYEE)),
          fields.line("emergencyContact", typed.emergencyContact(), EMERGENCY));
    }
  }

  public Patient.Facts of(UUID id, CheckedPerson person, Around around) {
    var address = around.address();
    return new Patient.Facts(
        new Patient.Identity(person.name(), person.sex(), person.birth(), person.incomplete()),
        seals.email(id, person.email()),
        new Patient.Contact(
            seals.street(id, address.street()),
            address.quarter(),
            address.commune(),
            address.city(),
            seals.emergency(id, around.emergencyContact())),
        new Patient.Payer(
            around.cover().convention(), seals.employee(id, around.cover().employeeNumber())));
  }

  /**
   * A newcomer of a bulk registration with everything that will be written down, but her number.
   */
  public BulkRow bulk(CheckedPerson person, Around around) {
    var id = Ids.next();
    var held = of(id, person, around);
    var numbers = identifiers(id, person.identifiers());
    var phones = phones(id, person.phones());
    var texts = PatientBulkLoader.texts(id, held, numbers, phones);
    var written = new BulkRow.Written(held.email(), numbers, phones, texts);
    return BulkRow.of(id, person, written);
  }

  public List<PatientPhone> phones(UUID patient, List<String> numbers) {
    return IntStream.range(0, numbers.size())
        .mapToObj(place -> phone(patient, place, numbers.get(place)))
        .toList();
  }

  public PatientPhone phone(UUID patient, int place, String number) {
    var id = Ids.next();
    return PatientPhone.of(id, patient, place, seals.phone(id, number));
  }

  /** Sorted, so that two registrations with the same numbers wait for each other in one order. */
  public List<PatientIdentifier> identifiers(UUID patient, List<CheckedPerson.Number> numbers) {
    return numbers.stream()
        .sorted(
            java.util.Comparator.comparing(CheckedPerson.Number::system)
                .thenComparing(CheckedPerson.Number::normalised))
        .map(number -> identifier(patient, number))
        .toList();
  }

  public PatientIdentifier identifier(UUID patient, CheckedPerson.Number number) {
    var id = Ids.next();
    return PatientIdentifier.of(id, patient, number.system(), seals.identifier(id, number));
  }
}
