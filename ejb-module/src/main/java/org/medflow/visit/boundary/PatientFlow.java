package org.medflow.visit.boundary;

import static org.medflow.platform.security.Permission.CHECK_IN_PATIENTS;
import static org.medflow.platform.security.Permission.MANAGE_QUEUE;
import static org.medflow.platform.security.Permission.VIEW_QUEUE;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;
import org.medflow.queue.boundary.QueueBoard;
import org.medflow.queue.boundary.TicketDesk;
import org.medflow.queue.boundary.TicketView;
import org.medflow.queue.entity.Station;
import org.medflow.queue.entity.TicketState;
import org.medflow.scheduling.boundary.AppointmentFlow;
import org.medflow.scheduling.entity.Priority;
import org.medflow.visit.control.VisitRepository;
import org.medflow.visit.entity.Visit;
import org.medflow.visit.entity.VisitStatus;

/**
 * The way of a patient through the clinic. Ticket, room, visit and appointment move in one
 * transaction, so that a visit whose patient was called can always be completed.
 */
@Stateless
public class PatientFlow {

  @Inject TicketDesk tickets;
  @Inject QueueBoard board;
  @Inject VisitRepository visits;
  @Inject AppointmentFlow appointments;
  @Inject Clock clock;

  /**
   * Calls whoever comes next.
   *
   * @param station null for any
   * @param room null for the first free one
   * @param mine only the caller's own patients and those of nobody
   */
  @Requires({MANAGE_QUEUE, VIEW_QUEUE})
  public TicketView callNext(String station, UUID room, boolean mine) {
    var next = board.next(station, mine).orElseThrow(() -> new NotFound("queue-empty"));
    return tickets.call(next, room);
  }

  /** Calls one person into a room, or once more. */
  @Requires({MANAGE_QUEUE, VIEW_QUEUE})
  public TicketView call(UUID ticket, UUID room) {
    return tickets.call(ticket, room);
  }

  /** She came in. The first time the visit and its appointment begin too. */
  @Requires({MANAGE_QUEUE, VIEW_QUEUE})
  public TicketView begin(UUID id) {
    var ticket = tickets.begin(id);
    var visit = visit(ticket);
    if (visit.status() == VisitStatus.CHECKED_IN) {
      visit.begin(provider(ticket), clock.instant());
      visits.flush();
      if (visit.appointment() != null) {
        appointments.start(visit.appointment(), visit.provider(), ticket.roomId());
      }
    }
    return ticket;
  }

  /** On to this station, or to the next of her way. After the last one the ticket is done. */
  @Requires({MANAGE_QUEUE, VIEW_QUEUE})
  public TicketView moveOn(UUID id, String station) {
    return tickets.moveOn(id, station);
  }

  @Requires({MANAGE_QUEUE, VIEW_QUEUE})
  public TicketView finish(UUID id) {
    return tickets.finish(id);
  }

  /** Called and not come: whoever has not been seen at all is a no-show until she is back. */
  @Requires({MANAGE_QUEUE, VIEW_QUEUE})
  public TicketView missed(UUID id) {
    var ticket = tickets.missed(id);
    var visit = visit(ticket);
    if (visit.status() == VisitStatus.CHECKED_IN) {
      visit.missed(clock.instant());
      visits.flush();
    }
    return ticket;
  }

  @Requires(MANAGE_QUEUE)
  public TicketView back(UUID id) {
    var ticket = tickets.back(id);
    var visit = visit(ticket);
    if (visit.status() == VisitStatus.NO_SHOW) {
      visit.back();
      visits.flush();
    }
    return ticket;
  }

  /** Went home. A visit that nobody began is over with it, and so is its appointment. */
  @Requires(MANAGE_QUEUE)
  public TicketView leave(UUID id) {
    var ticket = tickets.leave(id);
    var visit = visit(ticket);
    if (visit.status() == VisitStatus.CHECKED_IN) {
      visit.missed(clock.instant());
      visits.flush();
    }
    if (visit.status() == VisitStatus.NO_SHOW && visit.appointment() != null) {
      appointments.missed(visit.appointment());
    }
    return ticket;
  }

  @Requires({MANAGE_QUEUE, CHECK_IN_PATIENTS})
  public TicketView rank(UUID id, Priority priority) {
    return tickets.rank(id, priority);
  }

  /** The drops were given: the timer runs from now. */
  @Requires({MANAGE_QUEUE, VIEW_QUEUE})
  public TicketView dilate(UUID id, int minutes) {
    return tickets.dilate(id, minutes);
  }

  private Visit visit(TicketView ticket) {
    return visits.held(ticket.visitId()).orElseThrow(() -> new NotFound("not-found"));
  }

  /** Whoever begins at the doctor's is the provider when nobody was named. */
  private static UUID provider(TicketView ticket) {
    boolean doctor = ticket.station().equals(Station.DOCTOR.code());
    return ticket.providerId() == null && doctor && ticket.state() == TicketState.SERVING
        ? Actors.current().id()
        : ticket.providerId();
  }
}
