package org.medflow.visit.boundary;

import static org.medflow.platform.security.Permission.CHECK_IN_PATIENTS;
import static org.medflow.platform.security.Permission.MANAGE_QUEUE;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.patient.boundary.PatientRegistry;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.idempotency.Idempotency;
import org.medflow.platform.idempotency.IdempotencyKey;
import org.medflow.platform.security.Requires;
import org.medflow.platform.store.StoreException;
import org.medflow.queue.boundary.NewTicket;
import org.medflow.queue.boundary.TicketDesk;
import org.medflow.queue.boundary.TicketView;
import org.medflow.scheduling.boundary.AppointmentFlow;
import org.medflow.scheduling.boundary.AppointmentTypes;
import org.medflow.scheduling.boundary.AppointmentView;
import org.medflow.scheduling.boundary.WalkIn;
import org.medflow.scheduling.entity.BookingSource;
import org.medflow.scheduling.entity.Priority;
import org.medflow.visit.control.TicketOfVisitQuery;
import org.medflow.visit.control.VisitOpening;
import org.medflow.visit.control.VisitRepository;
import org.medflow.visit.entity.Visit;

/**
 * Arrivals. The appointment, the visit and the place in the queue are one transaction: either she
 * is here in all three, or in none. An arrival that is told again gives the same ticket; a patient
 * who is already here is not let in twice (visit_open_uk, of two desks at once).
 */
@Stateless
public class FrontDesk {

  private static final int REASON = 300;

  @Inject AppointmentFlow appointments;
  @Inject AppointmentTypes types;
  @Inject PatientRegistry patients;
  @Inject TicketDesk tickets;
  @Inject TicketOfVisitQuery ticketOf;
  @Inject VisitOpening opening;
  @Inject VisitRepository visits;
  @Inject Idempotency idempotency;
  @Inject AuditTrail audit;

  /** She who has this appointment is here. */
  @Requires({CHECK_IN_PATIENTS, MANAGE_QUEUE})
  public ArrivalView arrive(Arrive command) {
    if (command == null || command.appointmentId() == null) {
      throw Invalid.field("appointmentId", "required");
    }
    var appointment = appointments.arrive(command.appointmentId());
    return visits
        .ofAppointment(appointment.id())
        .map(this::again)
        .orElseGet(() -> letIn(appointment, command.priority()));
  }

  /** Somebody without an appointment is here; the same key gives the same arrival. */
  @Requires({CHECK_IN_PATIENTS, MANAGE_QUEUE})
  public ArrivalView walkIn(WalkInArrival command, IdempotencyKey key) {
    if (command == null || (command.patientId() == null) == (command.newcomer() == null)) {
      throw Invalid.field("patientId", "patient-or-newcomer");
    }
    return idempotency.once(
        key, () -> walkedIn(command), arrival -> arrival.visit().id(), this::byVisit);
  }

  /** The arrival was a mistake: her appointment stands as before, a walk-in is called off. */
  @Requires({CHECK_IN_PATIENTS, MANAGE_QUEUE})
  public void undo(UUID visitId, String reason) {
    var visit = visits.held(visitId).orElseThrow(() -> new NotFound("not-found"));
    if (visit.times().started() != null) {
      throw new Conflict("visit-began");
    }
    var why = reason == null || reason.isBlank() ? "arrival undone" : reason.strip();
    if (why.length() > REASON) {
      throw Invalid.field("reason", "too-long");
    }
    opening.cancelled(visit, why);
    ticketOf.ticket(visitId).ifPresent(tickets::leave);
    if (visit.appointment() != null) {
      var back = appointments.undoArrival(visit.appointment());
      if (back.source() == BookingSource.WALK_IN) {
        appointments.cancel(back.id(), why);
      }
    }
    audit.wrote("visit.undo-arrival", "visit", visitId, why);
  }

  private ArrivalView walkedIn(WalkInArrival command) {
    var type = types.get(command.typeCode() == null ? "consultation" : command.typeCode());
    var patient =
        command.patientId() == null
            ? patients.register(command.newcomer(), null).id()
            : patients.get(command.patientId()).id();
    var priority = command.priority() == null ? Priority.NORMAL : command.priority();
    var appointment =
        appointments.walkIn(
            new WalkIn(patient, type.code(), command.providerId(), priority, command.reason()));
    return letIn(appointment, priority);
  }

  private ArrivalView letIn(AppointmentView appointment, Priority wanted) {
    var type = types.get(appointment.typeCode());
    var priority = wanted == null ? appointment.priority() : wanted;
    try {
      var visit = opening.open(appointment, type.category().name(), priority);
      var ticket =
          tickets.issue(
              new NewTicket(
                  visit.id(),
                  visit.patient(),
                  visit.day(),
                  visit.provider(),
                  priority,
                  type.steps()));
      audit.wrote("visit.open", "visit", visit.id());
      return new ArrivalView(VisitView.of(visit), ticket);
    } catch (PersistenceException refused) {
      throw alreadyHere(refused);
    }
  }

  private static RuntimeException alreadyHere(PersistenceException refused) {
    return StoreException.constraintOf(refused)
        .filter(name -> name.equals("visit_open_uk") || name.equals("visit_appointment_uk"))
        .<RuntimeException>map(open -> new Conflict("patient-already-here"))
        .orElse(refused);
  }

  private ArrivalView byVisit(UUID id) {
    return again(visits.byId(id).orElseThrow(() -> new NotFound("not-found")));
  }

  private ArrivalView again(Visit visit) {
    Optional<TicketView> ticket = ticketOf.ticket(visit.id()).map(tickets::get);
    return new ArrivalView(VisitView.of(visit), ticket.orElse(null));
  }
}
