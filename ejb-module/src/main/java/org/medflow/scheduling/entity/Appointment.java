package org.medflow.scheduling.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.medflow.platform.error.Conflict;

/**
 * A place in the agenda for one person. Life: booked, perhaps confirmed and moved any number of
 * times, then the person arrives, is seen and it is completed; or it is called off, or nobody came.
 * Who wants the same practitioner, room or machine at the same time is refused by the database
 * (appointment_practitioner_ex and its sisters), not here. Moving is history, not a state: one that
 * was moved is scheduled again.
 */
@Entity
@Table(name = "appointment")
public class Appointment {

  private static final String OURS = "medflow";

  @Id private UUID id;

  @Column(name = "clinic_id")
  private UUID clinic;

  private String number;

  @Column(name = "patient_id")
  private UUID patient;

  @Embedded private Place place;
  private String type;

  @Enumerated(EnumType.STRING)
  private AppointmentStatus status;

  @Enumerated(EnumType.STRING)
  private Priority priority;

  private String reason;
  private String note;

  @Enumerated(EnumType.STRING)
  private BookingSource source;

  private boolean overbooked;

  @Column(name = "overbook_reason")
  private String overbookReason;

  private UUID series;

  @Column(name = "booked_by")
  private UUID bookedBy;

  @Column(name = "arrived_at")
  private Instant arrivedAt;

  @Column(name = "seen_by")
  private UUID seenBy;

  @Column(name = "seen_in")
  private UUID seenIn;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "cancel_reason")
  private String cancelReason;

  @Enumerated(EnumType.STRING)
  @Column(name = "cancelled_side")
  private CancelledSide cancelledSide;

  @Column(name = "fee_percent")
  private Integer feePercent;

  private String origin;
  @Version private long version;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Appointment() {}

  /** A new one; that which lies over another takes no place of its own. */
  public static Appointment book(Label label, Wanted wanted, Instant now) {
    var made = new Appointment();
    made.id = label.id();
    made.clinic = label.clinic();
    made.number = label.number();
    made.bookedBy = label.by();
    made.patient = wanted.patient();
    made.place = wanted.place();
    made.type = wanted.type();
    made.priority = wanted.priority();
    made.reason = wanted.reason();
    made.note = wanted.note();
    made.source = wanted.source();
    made.series = wanted.series();
    made.status = AppointmentStatus.SCHEDULED;
    made.overbook(wanted.overbooking());
    made.origin = OURS;
    made.createdAt = now;
    made.updatedAt = now;
    return made;
  }

  public void confirm(Instant now) {
    go(AppointmentStatus.CONFIRMED, now);
  }

  /** The person is here. */
  public void arrive(Instant now) {
    go(AppointmentStatus.CHECKED_IN, now);
    arrivedAt = now;
  }

  /** She is not here after all, or it was somebody else. */
  public void undoArrival(Instant now) {
    go(AppointmentStatus.CONFIRMED, now);
    arrivedAt = null;
  }

  /** She is being seen, by whom and where; the place that was planned stays as it is. */
  public void start(UUID provider, UUID room, Instant now) {
    go(AppointmentStatus.IN_PROGRESS, now);
    seenBy = provider;
    seenIn = room;
  }

  public void complete(Instant now) {
    go(AppointmentStatus.COMPLETED, now);
    endedAt = now;
  }

  public void miss(Instant now) {
    go(AppointmentStatus.NO_SHOW, now);
    endedAt = now;
  }

  public void cancel(CancelledSide side, String why, Integer fee, Instant now) {
    go(AppointmentStatus.CANCELLED, now);
    cancelledSide = side;
    cancelReason = why;
    feePercent = fee;
    endedAt = now;
  }

  /** Gives it another place; a plan of an earlier system becomes one of ours by that. */
  public void move(Place to, Overbooking overbooking, Instant now) {
    if (!status.movable()) {
      throw wrongState();
    }
    place = to;
    overbook(overbooking);
    origin = OURS;
    source = source == BookingSource.LEGACY ? BookingSource.DESK : source;
    status = AppointmentStatus.SCHEDULED;
    endedAt = null;
    updatedAt = now;
  }

  /** Says something else of it; neither time nor place. */
  public void describe(Priority hurry, String why, String remark, Instant now) {
    if (!status.takesPlace()) {
      throw wrongState();
    }
    priority = hurry;
    reason = why;
    note = remark;
    updatedAt = now;
  }

  private void overbook(Overbooking declared) {
    overbooked = declared != null && declared.over();
    overbookReason = declared == null ? null : declared.reason();
  }

  private void go(AppointmentStatus to, Instant now) {
    if (!status.next().contains(to)) {
      throw wrongState();
    }
    status = to;
    updatedAt = now;
  }

  private Conflict wrongState() {
    return new Conflict("appointment-state", Map.of("status", status.name()));
  }

  public UUID id() {
    return id;
  }

  public UUID patient() {
    return patient;
  }

  public AppointmentStatus status() {
    return status;
  }

  public Place place() {
    return place;
  }

  public long version() {
    return version;
  }

  public Label label() {
    return new Label(id, clinic, number, bookedBy);
  }

  /** What was wanted of it, as it stands now. */
  public Wanted wanted() {
    return new Wanted(
        patient,
        place,
        type,
        priority,
        reason,
        note,
        source,
        series,
        overbookReason == null ? null : new Overbooking(overbookReason, overbooked));
  }

  public Course course() {
    return new Course(arrivedAt, seenBy, seenIn, endedAt, cancelReason, cancelledSide, feePercent);
  }

  /**
   * Key, clinic, number and who booked it.
   *
   * @param number null for one of an earlier system
   */
  public record Label(UUID id, UUID clinic, String number, UUID by) {}

  /**
   * What is wanted.
   *
   * @param series what recurring appointments have in common, else null
   * @param overbooking declared by somebody who may, else null
   */
  public record Wanted(
      UUID patient,
      Place place,
      String type,
      Priority priority,
      String reason,
      String note,
      BookingSource source,
      UUID series,
      Overbooking overbooking) {}

  /**
   * Why it is booked against the rules of the day.
   *
   * @param over whether it lies over another one: then it takes no place of its own
   */
  public record Overbooking(String reason, boolean over) {}

  /** How it went. */
  public record Course(
      Instant arrivedAt,
      UUID seenBy,
      UUID seenIn,
      Instant endedAt,
      String cancelReason,
      CancelledSide cancelledSide,
      Integer feePercent) {}
}
