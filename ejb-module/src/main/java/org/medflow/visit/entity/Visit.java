package org.medflow.visit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.medflow.platform.error.Conflict;

/**
 * One stay of a patient in a clinic, from the arrival to the end. It is checked in, goes on when
 * somebody begins to see her, and is completed; before that it may be cancelled, or she does not
 * come when called and may return. Who pays a part is frozen at the arrival. Of all open visits a
 * patient has one in a clinic (visit_open_uk). Whoever writes in it holds it for five minutes and
 * may renew that. Source: spec clinical.md 5.
 */
@Entity
@Table(name = "visit")
public class Visit {

  private static final Duration LEASE = Duration.ofMinutes(5);

  @Id private UUID id;

  @Column(name = "clinic_id")
  private UUID clinicId;

  private String number;

  @Column(name = "patient_id")
  private UUID patientId;

  @Column(name = "appointment_id")
  private UUID appointmentId;

  private LocalDate day;

  @Enumerated(EnumType.STRING)
  private VisitKind kind;

  @Enumerated(EnumType.STRING)
  private VisitStatus status;

  private UUID provider;
  private String complaint;

  @Enumerated(EnumType.STRING)
  @Column(name = "complaint_eye")
  private Eye complaintEye;

  private String convention;
  private Integer coverage;
  private String beneficiary;

  @Column(name = "arrived_at")
  private Instant arrivedAt;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "end_reason")
  private String endReason;

  private String flagged;

  @Column(name = "lease_by")
  private UUID leaseBy;

  @Column(name = "lease_till")
  private Instant leaseTill;

  @Column(name = "opened_by")
  private UUID openedBy;

  @Version private long version;

  protected Visit() {}

  /** Opens a visit at the arrival. */
  public static Visit arrive(UUID id, Arrival arrival, Cover cover, UUID by, Instant now) {
    var visit = new Visit();
    visit.id = id;
    visit.clinicId = arrival.clinic();
    visit.number = arrival.number();
    visit.patientId = arrival.patient();
    visit.appointmentId = arrival.appointment();
    visit.day = arrival.day();
    visit.kind = arrival.kind();
    visit.provider = arrival.provider();
    visit.complaint = arrival.complaint();
    visit.status = VisitStatus.CHECKED_IN;
    visit.convention = cover.convention();
    visit.coverage = cover.percent();
    visit.beneficiary = cover.beneficiary();
    visit.arrivedAt = now;
    visit.openedBy = by;
    return visit;
  }

  /** Who arrives, when, for what. */
  public record Arrival(
      UUID clinic,
      String number,
      UUID patient,
      UUID appointment,
      LocalDate day,
      VisitKind kind,
      UUID provider,
      String complaint) {}

  /**
   * Who pays a part of it.
   *
   * @param percent 0 to 100; null when nobody has said
   */
  public record Cover(String convention, Integer percent, String beneficiary) {
    public static final Cover NONE = new Cover(null, null, null);
  }

  /** Somebody begins to see her; the first one becomes the provider when nobody was named. */
  public void begin(UUID by, Instant now) {
    demand(VisitStatus.CHECKED_IN, VisitStatus.IN_PROGRESS);
    if (status == VisitStatus.CHECKED_IN) {
      status = VisitStatus.IN_PROGRESS;
      startedAt = now;
    }
    if (provider == null) {
      provider = by;
    }
  }

  /** Seen to the end; one that nobody began begins and ends now. */
  public void complete(UUID by, Instant now) {
    begin(by, now);
    end(VisitStatus.COMPLETED, null, now);
  }

  public void cancel(String reason, Instant now) {
    demand(VisitStatus.CHECKED_IN, VisitStatus.IN_PROGRESS);
    end(VisitStatus.CANCELLED, reason, now);
  }

  public void missed(Instant now) {
    demand(VisitStatus.CHECKED_IN);
    end(VisitStatus.NO_SHOW, null, now);
  }

  /** Came after all. */
  public void back() {
    demand(VisitStatus.NO_SHOW);
    status = VisitStatus.CHECKED_IN;
    endedAt = null;
  }

  public void complain(String text, Eye eye) {
    demand(VisitStatus.CHECKED_IN, VisitStatus.IN_PROGRESS);
    complaint = text;
    complaintEye = eye;
  }

  /** Takes or renews the right to write; refused while somebody else holds it. */
  public void hold(UUID by, Instant now) {
    demand(VisitStatus.CHECKED_IN, VisitStatus.IN_PROGRESS);
    mayWrite(by, now);
    leaseBy = by;
    leaseTill = now.plus(LEASE);
  }

  public void release(UUID by) {
    if (by.equals(leaseBy)) {
      leaseBy = null;
      leaseTill = null;
    }
  }

  /** Refuses while somebody else writes in this visit. */
  public void mayWrite(UUID by, Instant now) {
    if (leaseBy != null && !leaseBy.equals(by) && leaseTill.isAfter(now)) {
      throw new Conflict("visit-held", Map.of("until", leaseTill.toString()));
    }
  }

  /** Refuses once the visit has ended. */
  public void open() {
    demand(VisitStatus.CHECKED_IN, VisitStatus.IN_PROGRESS);
  }

  private void end(VisitStatus last, String reason, Instant now) {
    status = last;
    endReason = reason;
    endedAt = now;
    leaseBy = null;
    leaseTill = null;
    flagged = null;
  }

  private void demand(VisitStatus... allowed) {
    if (!Set.of(allowed).contains(status)) {
      throw new Conflict("visit-state", Map.of("state", status.name()));
    }
  }

  public UUID id() {
    return id;
  }

  public UUID clinic() {
    return clinicId;
  }

  public UUID patient() {
    return patientId;
  }

  public UUID appointment() {
    return appointmentId;
  }

  public VisitStatus status() {
    return status;
  }

  public UUID provider() {
    return provider;
  }

  public LocalDate day() {
    return day;
  }

  public long version() {
    return version;
  }

  public String number() {
    return number;
  }

  /** What is told of it. */
  public Facts facts() {
    return new Facts(kind, complaint, complaintEye, flagged, openedBy, endReason);
  }

  public record Facts(
      VisitKind kind, String complaint, Eye eye, String flagged, UUID openedBy, String endReason) {}

  public Cover cover() {
    return new Cover(convention, coverage, beneficiary);
  }

  public Times times() {
    return new Times(arrivedAt, startedAt, endedAt);
  }

  public record Times(Instant arrived, Instant started, Instant ended) {}

  public Lease lease() {
    return new Lease(leaseBy, leaseTill);
  }

  public record Lease(UUID by, Instant till) {}
}
