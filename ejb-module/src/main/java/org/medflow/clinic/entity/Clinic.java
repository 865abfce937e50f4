package org.medflow.clinic.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A place where patients are received; opened once, and from then on the owner of its rows. */
@Entity
@Table(name = "clinic")
public class Clinic {

  @Id private UUID id;
  private String code;
  private String name;
  private String city;

  @jakarta.persistence.Column(name = "time_zone")
  private String timeZone;

  @jakarta.persistence.Column(name = "second_factor")
  private String secondFactor;

  private String status;
  @Version private long version;

  @jakarta.persistence.Column(name = "created_at")
  private Instant createdAt;

  protected Clinic() {}

  public static Clinic open(UUID id, Address address, Instant now) {
    var clinic = new Clinic();
    clinic.id = id;
    clinic.code = address.code();
    clinic.name = address.name();
    clinic.city = address.city();
    clinic.timeZone = address.timeZone();
    clinic.status = "active";
    clinic.secondFactor = "required";
    clinic.createdAt = now;
    return clinic;
  }

  /** Whether her staff need a second factor is up to them. */
  public void leaveSecondFactor() {
    secondFactor = "optional";
  }

  public UUID id() {
    return id;
  }

  public Address address() {
    return new Address(code, name, city, timeZone);
  }

  /** What is on the door plate, and the zone in which its days begin. */
  public record Address(String code, String name, String city, String timeZone) {}
}
