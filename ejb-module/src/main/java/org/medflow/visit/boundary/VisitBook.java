package org.medflow.visit.boundary;

import static org.medflow.platform.security.Permission.MANAGE_MEDICAL_RECORDS;
import static org.medflow.platform.security.Permission.UPDATE_VITALS;
import static org.medflow.platform.security.Permission.VIEW_MEDICAL_RECORDS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.clinic.boundary.ClinicDays;
import org.medflow.patient.boundary.PatientRegistry;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.FieldText;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.event.LiveEvents;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;
import org.medflow.queue.boundary.TicketDesk;
import org.medflow.scheduling.boundary.AppointmentFlow;
import org.medflow.visit.control.TicketOfVisitQuery;
import org.medflow.visit.control.VisitListQuery;
import org.medflow.visit.control.VisitRepository;
import org.medflow.visit.entity.Eye;
import org.medflow.visit.entity.Visit;

/**
 * Visits as clinicians read and write them. Whoever writes names the version that she saw and is
 * refused while somebody else holds the visit; one that has ended is not changed any more.
 */
@Stateless
public class VisitBook {

  private static final int COMPLAINT = 500;
  private static final int REASON = 300;

  @Inject VisitRepository visits;
  @Inject VisitListQuery lists;
  @Inject TicketOfVisitQuery ticketOf;
  @Inject TicketDesk tickets;
  @Inject PatientRegistry patients;
  @Inject AppointmentFlow appointments;
  @Inject ClinicDays days;
  @Inject LiveEvents live;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  @Requires(VIEW_MEDICAL_RECORDS)
  public VisitView get(UUID id) {
    var visit = known(id);
    audit.read("visit.read", "visit", List.of(id));
    return VisitView.of(visit);
  }

  /** The visits of a day in the caller's clinic, today when none is named. */
  @Requires(VIEW_MEDICAL_RECORDS)
  public List<VisitRow> ofDay(LocalDate day) {
    var actor = Actors.current();
    var rows = lists.ofDay(actor.clinic(), day == null ? days.today(actor) : day);
    audit.read("visit.list", "visit", rows.stream().map(VisitRow::id).limit(100).toList());
    return rows;
  }

  /** The newest visits of a patient, in the clinics that the caller works in. */
  @Requires(VIEW_MEDICAL_RECORDS)
  public List<VisitRow> ofPatient(UUID patient, int limit) {
    var id = patients.get(patient).id();
    var rows = lists.ofPatient(id, limit);
    audit.read("visit.list", "patient", List.of(id));
    return rows;
  }

  /** What she comes for, in her words. */
  @Requires({MANAGE_MEDICAL_RECORDS, UPDATE_VITALS})
  public VisitView complain(UUID id, long version, String text, Eye eye) {
    var fields = new FieldText();
    var complaint = fields.line("complaint", text, COMPLAINT);
    fields.check();
    var visit = written(id, version);
    visit.complain(complaint, eye);
    return told(visit, "visit.complaint");
  }

  /** Takes or renews the right to write in it, for five minutes. */
  @Requires({MANAGE_MEDICAL_RECORDS, UPDATE_VITALS})
  public VisitView hold(UUID id) {
    var visit = visits.held(id).orElseThrow(() -> new NotFound("not-found"));
    visit.hold(Actors.current().id(), clock.instant());
    visits.flush();
    return VisitView.of(visit);
  }

  @Requires({MANAGE_MEDICAL_RECORDS, UPDATE_VITALS})
  public VisitView release(UUID id) {
    var visit = visits.held(id).orElseThrow(() -> new NotFound("not-found"));
    visit.release(Actors.current().id());
    visits.flush();
    return VisitView.of(visit);
  }

  /** Seen to the end, with its appointment; at the doctor's she goes on to the next station. */
  @Requires(MANAGE_MEDICAL_RECORDS)
  public VisitView complete(UUID id, long version) {
    var visit = written(id, version);
    visit.complete(Actors.current().id(), clock.instant());
    visits.flush();
    ticketOf.atDoctor(id).ifPresent(ticket -> tickets.moveOn(ticket, null));
    if (visit.appointment() != null) {
      appointments.complete(visit.appointment());
    }
    return told(visit, "visit.complete");
  }

  @Requires(MANAGE_MEDICAL_RECORDS)
  public VisitView cancel(UUID id, long version, String reason) {
    var fields = new FieldText();
    var why = fields.required("reason", reason, REASON);
    fields.check();
    var visit = written(id, version);
    visit.cancel(why, clock.instant());
    visits.flush();
    ticketOf.running(id).ifPresent(tickets::finish);
    if (visit.appointment() != null) {
      appointments.cancel(visit.appointment(), why);
    }
    return told(visit, "visit.cancel");
  }

  private VisitView told(Visit visit, String deed) {
    visits.flush();
    audit.wrote(deed, "visit", visit.id());
    live.publish("visits", "visit", visit.id());
    return VisitView.of(visit);
  }

  private Visit known(UUID id) {
    return visits.byId(id).orElseThrow(() -> new NotFound("not-found"));
  }

  private Visit written(UUID id, long version) {
    var visit = visits.held(id).orElseThrow(() -> new NotFound("not-found"));
    if (visit.version() != version) {
      throw new Conflict("stale-version", Map.of("version", visit.version()));
    }
    visit.mayWrite(Actors.current().id(), clock.instant());
    return visit;
  }
}
