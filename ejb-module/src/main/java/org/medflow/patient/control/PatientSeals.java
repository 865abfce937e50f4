package org.medflow.patient.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.medflow.patient.entity.Blind;
import org.medflow.patient.entity.IdentifierSystem;
import org.medflow.patient.entity.PatientIdentifier;
import org.medflow.patient.entity.PatientPhone;
import org.medflow.platform.vault.Column;
import org.medflow.platform.vault.Sealed;
import org.medflow.platform.vault.SealedColumn;
import org.medflow.platform.vault.SealedColumns;
import org.medflow.platform.vault.Vault;

/** Which personal values of a patient are sealed, under which place, and how they are indexed. */
@ApplicationScoped
public class PatientSeals implements SealedColumns {

  private static final Column EMAIL = new Column("patient", "email_sealed");
  private static final Column STREET = new Column("patient", "street_sealed");
  private static final Column EMERGENCY = new Column("patient", "emergency_sealed");
  private static final Column EMPLOYEE = new Column("patient", "employee_sealed");
  private static final Column PHONE = new Column("patient_phone", "value_sealed");
  private static final Column IDENTIFIER = new Column("patient_identifier", "value_sealed");

  @Inject Vault vault;

  @Override
  public List<SealedColumn> columns() {
    return Stream.of(EMAIL, STREET, EMERGENCY, EMPLOYEE, PHONE, IDENTIFIER)
        .map(SealedColumn::of)
        .toList();
  }

  public byte[] phoneIndex(String e164) {
    return vault.index("patient.phone", e164);
  }

  public byte[] emailIndex(String email) {
    return vault.index("patient.email", email);
  }

  public byte[] identifierIndex(IdentifierSystem system, String normalised) {
    return vault.index("patient.identifier." + system.code(), normalised);
  }

  public Blind phone(UUID row, String e164) {
    return new Blind(vault.seal(PHONE, row, e164), phoneIndex(e164));
  }

  public Blind identifier(UUID row, CheckedPerson.Number number) {
    return new Blind(
        vault.seal(IDENTIFIER, row, number.typed()),
        identifierIndex(number.system(), number.normalised()));
  }

  public Blind email(UUID patient, String email) {
    return email == null ? null : new Blind(vault.seal(EMAIL, patient, email), emailIndex(email));
  }

  public Sealed street(UUID patient, String street) {
    return vault.seal(STREET, patient, street);
  }

  public Sealed emergency(UUID patient, String contact) {
    return vault.seal(EMERGENCY, patient, contact);
  }

  public Sealed employee(UUID patient, String number) {
    return vault.seal(EMPLOYEE, patient, number);
  }

  public String openPhone(PatientPhone phone) {
    return openPhone(phone.id(), phone.value());
  }

  public String openPhone(UUID row, Sealed value) {
    return vault.open(PHONE, row, value);
  }

  public String openIdentifier(PatientIdentifier identifier) {
    return openIdentifier(identifier.id(), identifier.value());
  }

  public String openIdentifier(UUID row, Sealed value) {
    return vault.open(IDENTIFIER, row, value);
  }

  public String openEmail(UUID patient, Blind email) {
    return email == null ? null : vault.open(EMAIL, patient, email.value());
  }

  public String openStreet(UUID patient, Sealed street) {
    return vault.open(STREET, patient, street);
  }

  public String openEmergency(UUID patient, Sealed contact) {
    return vault.open(EMERGENCY, patient, contact);
  }

  public String openEmployee(UUID patient, Sealed number) {
    return vault.open(EMPLOYEE, patient, number);
  }
}
