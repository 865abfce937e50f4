package org.medflow.patient.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.UUID;
import org.medflow.platform.vault.Sealed;

/** One telephone of a patient; the first is the one to call. */
@Entity
@Table(name = "patient_phone")
public class PatientPhone {

  @Id private UUID id;

  @Column(name = "patient_id")
  private UUID patient;

  private int position;

  @Column(name = "value_sealed")
  private Sealed value;

  @Column(name = "value_index")
  private byte[] index;

  protected PatientPhone() {}

  public static PatientPhone of(UUID id, UUID patient, int position, Blind blind) {
    var phone = new PatientPhone();
    phone.id = id;
    phone.patient = patient;
    phone.position = position;
    phone.value = blind.value();
    phone.index = blind.index();
    return phone;
  }

  public void moveTo(int place) {
    position = place;
  }

  public UUID id() {
    return id;
  }

  public int position() {
    return position;
  }

  public Sealed value() {
    return value;
  }

  public byte[] index() {
    return index;
  }

  public boolean has(byte[] otherIndex) {
    return Arrays.equals(index, otherIndex);
  }
}
