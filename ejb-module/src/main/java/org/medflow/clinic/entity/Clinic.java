package org.medflow.clinic.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * A place where patients are received; opened once, and from then on the owner of its rows. Its
 * code is on papers and never changes. An inactive clinic is closed: nobody signs in to it, its
 * rows stay. One that is closed for a time still lets its staff in, to call patients off.
 */
@Entity
@Table(name = "clinic")
public class Clinic {

  public static final String INACTIVE = "inactive";

  @Id private UUID id;
  private String code;
  private String name;
  private String city;

  @jakarta.persistence.Column(name = "time_zone")
  private String timeZone;

  private String status;
  private String kind;
  private String street;
  private String phone;
  private String email;

  @jakarta.persistence.Column(name = "second_factor")
  private String secondFactor;

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
    clinic.kind = "main";
    clinic.secondFactor = "required";
    clinic.createdAt = now;
    return clinic;
  }

  /** Whether her staff need a second factor is up to them. */
  public void leaveSecondFactor() {
    secondFactor = "optional";
  }

  /** Everything but the code may change; sound values are the caller's duty. */
  public void amend(Particulars now) {
    name = now.name();
    city = now.city();
    timeZone = now.timeZone();
    kind = now.kind();
    status = now.status();
    street = now.street();
    phone = now.phone();
    email = now.email();
    secondFactor = now.secondFactor();
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public Address address() {
    return new Address(code, name, city, timeZone);
  }

  public Particulars particulars() {
    return new Particulars(name, city, timeZone, kind, status, street, phone, email, secondFactor);
  }

  /** What is on the door plate, and the zone in which its days begin. */
  public record Address(String code, String name, String city, String timeZone) {}

  /**
   * All that may change.
   *
   * @param kind {@code main}, {@code satellite}, {@code mobile}, {@code partner} or {@code depot}
   * @param status {@code active}, {@code inactive} or {@code temporarily_closed}
   * @param secondFactor {@code required} or {@code optional}
   */
  public record Particulars(
      String name,
      String city,
      String timeZone,
      String kind,
      String status,
      String street,
      String phone,
      String email,
      String secondFactor) {}
}
