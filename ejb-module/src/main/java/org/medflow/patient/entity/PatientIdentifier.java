package org.medflow.patient.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.UUID;
import org.medflow.platform.vault.Sealed;

/** A number that somebody else gave a patient; patient_identifier_uk keeps strong ones apart. */
@Entity
@Table(name = "patient_identifier")
public class PatientIdentifier {

  @Id private UUID id;

  @Column(name = "patient_id")
  private UUID patient;

  private String system;
  private boolean strong;
  private boolean live;

  @Column(name = "value_sealed")
  private Sealed value;

  @Column(name = "value_index")
  private byte[] index;

  protected PatientIdentifier() {}

  public static PatientIdentifier of(UUID id, UUID patient, IdentifierSystem system, Blind blind) {
    var identifier = new PatientIdentifier();
    identifier.id = id;
    identifier.patient = patient;
    identifier.system = system.code();
    identifier.strong = system.strong();
    identifier.live = true;
    identifier.value = blind.value();
    identifier.index = blind.index();
    return identifier;
  }

  /** Sets the number free when its patient is removed. */
  public void release() {
    live = false;
  }

  public UUID id() {
    return id;
  }

  public IdentifierSystem system() {
    return IdentifierSystem.of(system).orElseThrow();
  }

  public Sealed value() {
    return value;
  }

  public byte[] index() {
    return index;
  }

  public boolean has(IdentifierSystem otherSystem, byte[] otherIndex) {
    return system.equals(otherSystem.code()) && Arrays.equals(index, otherIndex);
  }
}
