package org.medflow.patient.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.medflow.platform.vault.Sealed;

/**
 * One person, however many doors she comes in by. Registered in one clinic, visible where {@code
 * patient_clinic} links her. Life: registered, amended any number of times, perhaps merged into the
 * record of the same person (and that undone), perhaps removed with a reason; never deleted.
 */
@Entity
@Table(name = "patient")
public class Patient {

  @Id private UUID id;
  private String mrn;

  @Column(name = "registered_at_clinic")
  private UUID registeredAtClinic;

  @Column(name = "last_name")
  private String lastName;

  @Column(name = "post_name")
  private String postName;

  @Column(name = "first_name")
  private String firstName;

  @Column(name = "name_key")
  private String nameKey;

  @Column(name = "name_sound")
  private String nameSound;

  @Enumerated(EnumType.STRING)
  private Sex sex;

  @Column(name = "birth_date")
  private java.time.LocalDate birthDate;

  @Enumerated(EnumType.STRING)
  @Column(name = "birth_precision")
  private BirthPrecision birthPrecision;

  @Column(name = "email_sealed")
  private Sealed email;

  @Column(name = "email_index")
  private byte[] emailIndex;

  @Column(name = "street_sealed")
  private Sealed street;

  private String quarter;
  private String commune;
  private String city;

  @Column(name = "emergency_sealed")
  private Sealed emergency;

  private String convention;

  @Column(name = "employee_sealed")
  private Sealed employee;

  private boolean incomplete;
  @Version private long version;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Column(name = "deleted_at")
  private Instant deletedAt;

  @Column(name = "deleted_by")
  private UUID deletedBy;

  @Column(name = "deleted_reason")
  private String deletedReason;

  @Column(name = "merged_into")
  private UUID mergedInto;

  protected Patient() {}

  public static Patient register(Label label, Facts facts, Instant now) {
    var patient = new Patient();
    patient.id = label.id();
    patient.mrn = label.mrn();
    patient.registeredAtClinic = label.clinic();
    patient.createdAt = now;
    patient.amend(facts, now);
    return patient;
  }

  /** Writes down what is known now; the version grows even when only a telephone changed. */
  public void amend(Facts facts, Instant now) {
    identify(facts.identity());
    reach(facts.contact());
    email = facts.email() == null ? null : facts.email().value();
    emailIndex = facts.email() == null ? null : facts.email().index();
    convention = facts.payer().convention();
    employee = facts.payer().employee();
    incomplete = facts.identity().incomplete();
    updatedAt = now;
  }

  private void identify(Identity identity) {
    lastName = identity.name().lastName();
    postName = identity.name().postName();
    firstName = identity.name().firstName();
    nameKey = identity.name().key();
    nameSound = identity.name().sound();
    sex = identity.sex();
    birthDate = identity.birth().date();
    birthPrecision = identity.birth().precision();
  }

  private void reach(Contact contact) {
    street = contact.street();
    quarter = contact.quarter();
    commune = contact.commune();
    city = contact.city();
    emergency = contact.emergency();
  }

  public void remove(UUID by, String reason, Instant now) {
    deletedAt = now;
    deletedBy = by;
    deletedReason = reason;
    updatedAt = now;
  }

  /** From now on this record leads to the survivor. */
  public void mergeInto(UUID survivor, Instant now) {
    mergedInto = survivor;
    updatedAt = now;
  }

  public void separate(Instant now) {
    mergedInto = null;
    updatedAt = now;
  }

  public UUID id() {
    return id;
  }

  public Label label() {
    return new Label(id, mrn, registeredAtClinic);
  }

  public Facts facts() {
    return new Facts(
        new Identity(
            new PatientName(lastName, postName, firstName, nameKey, nameSound),
            sex,
            new Birth(birthDate, birthPrecision),
            incomplete),
        email == null ? null : new Blind(email, emailIndex),
        new Contact(street, quarter, commune, city, emergency),
        new Payer(convention, employee));
  }

  public Stamps stamps() {
    return new Stamps(version, createdAt, updatedAt);
  }

  public boolean removed() {
    return deletedAt != null;
  }

  /** The record that this one was merged into, null while it stands for itself. */
  public UUID mergedInto() {
    return mergedInto;
  }

  /** Key, number and the clinic of the first registration. */
  public record Label(UUID id, String mrn, UUID clinic) {}

  /** Who the person is; incomplete when something was not known. */
  public record Identity(PatientName name, Sex sex, Birth birth, boolean incomplete) {}

  /** Where she lives and whom to call for her; street and emergency contact sealed. */
  public record Contact(
      Sealed street, String quarter, String commune, String city, Sealed emergency) {}

  /** Who pays. */
  public record Payer(String convention, Sealed employee) {}

  /** All that can be amended. */
  public record Facts(Identity identity, Blind email, Contact contact, Payer payer) {}

  /** Version for If-Match, and when. */
  public record Stamps(long version, Instant createdAt, Instant updatedAt) {}
}
