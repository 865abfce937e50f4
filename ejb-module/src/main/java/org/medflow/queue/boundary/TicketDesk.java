package org.medflow.queue.boundary;

import static org.medflow.platform.security.Permission.CHECK_IN_PATIENTS;
import static org.medflow.platform.security.Permission.MANAGE_MEDICAL_RECORDS;
import static org.medflow.platform.security.Permission.MANAGE_QUEUE;
import static org.medflow.platform.security.Permission.VIEW_QUEUE;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.event.LiveEvents;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;
import org.medflow.queue.control.QueueDayQuery;
import org.medflow.queue.control.TicketRepository;
import org.medflow.queue.control.WayRules;
import org.medflow.queue.entity.Station;
import org.medflow.queue.entity.Ticket;
import org.medflow.scheduling.boundary.RoomRegister;
import org.medflow.scheduling.boundary.RoomView;
import org.medflow.scheduling.entity.Priority;

/**
 * The queue of the clinic's day, ticket by ticket. A ticket is held while it moves, so that of two
 * who call the same person one waits and is then refused; the room she is called into is taken in
 * the same transaction. Who may call: those who run the queue, and the doctor she comes to see.
 */
@Stateless
public class TicketDesk {

  private static final int LONGEST_DILATION = 120;

  @Inject TicketRepository tickets;
  @Inject QueueDayQuery days;
  @Inject RoomRegister rooms;
  @Inject LiveEvents live;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** Gives the next number of the day. */
  @Requires({CHECK_IN_PATIENTS, MANAGE_QUEUE})
  public TicketView issue(NewTicket command) {
    var clinic = Actors.current().clinic();
    var way = WayRules.of(command.way());
    var who =
        new Ticket.Who(
            clinic,
            command.day(),
            command.visit(),
            command.patient(),
            command.provider(),
            command.priority().name());
    var ticket =
        Ticket.issue(
            Ids.next(), who, days.next(clinic, command.day()), way.get(0), clock.instant());
    tickets.add(ticket);
    days.plan(clinic, ticket.id(), way);
    return told(ticket, "queue.issue");
  }

  /** One ticket as it stands. */
  @Requires({CHECK_IN_PATIENTS, MANAGE_QUEUE, VIEW_QUEUE})
  public TicketView get(UUID id) {
    return TicketView.of(tickets.byId(id).orElseThrow(() -> new NotFound("not-found")));
  }

  /** Calls into a room, the first free one when none is named; again into the same one. */
  @Requires({MANAGE_QUEUE, VIEW_QUEUE})
  public TicketView call(UUID id, UUID room) {
    var ticket = mine(id);
    var where = room(ticket, room);
    if (where != null && !where.equals(ticket.room())) {
      rooms.release(id);
      rooms.occupy(where, id);
    }
    ticket.call(where, Actors.current().id(), clock.instant());
    return told(ticket, ticket.calls() == 1 ? "queue.call" : "queue.recall");
  }

  @Requires({MANAGE_QUEUE, VIEW_QUEUE})
  public TicketView begin(UUID id) {
    var ticket = mine(id);
    ticket.begin(clock.instant());
    return told(ticket, "queue.begin");
  }

  /** On to this station, or to the next one of her way; at its end the ticket is done. */
  @Requires({MANAGE_QUEUE, VIEW_QUEUE})
  public TicketView moveOn(UUID id, String station) {
    var ticket = cared(id);
    var next = station == null ? first(days.ahead(id)) : station;
    if (next == null) {
      return ended(ticket, true);
    }
    var target = Station.of(next).orElseThrow(() -> Invalid.field("station", "unknown-station"));
    if (target.code().equals(ticket.station())) {
      throw new Conflict("ticket-here");
    }
    ticket.moveTo(target, clock.instant());
    tickets.flush();
    days.moveTo(Actors.current().clinic(), id, target);
    rooms.release(id);
    return told(ticket, "queue.move");
  }

  /** The way is at its end. */
  @Requires({MANAGE_QUEUE, VIEW_QUEUE})
  public TicketView finish(UUID id) {
    return ended(cared(id), true);
  }

  @Requires(MANAGE_QUEUE)
  public TicketView leave(UUID id) {
    return ended(held(id), false);
  }

  @Requires({MANAGE_QUEUE, VIEW_QUEUE})
  public TicketView missed(UUID id) {
    var ticket = mine(id);
    ticket.missed();
    rooms.release(id);
    return told(ticket, "queue.missed");
  }

  @Requires(MANAGE_QUEUE)
  public TicketView back(UUID id) {
    var ticket = held(id);
    ticket.back(clock.instant());
    return told(ticket, "queue.back");
  }

  @Requires({MANAGE_QUEUE, CHECK_IN_PATIENTS})
  public TicketView rank(UUID id, Priority priority) {
    if (priority == null) {
      throw Invalid.field("priority", "required");
    }
    var ticket = held(id);
    ticket.rank(priority.name());
    return told(ticket, "queue.rank");
  }

  /** The pupils are being dilated for so many minutes, from now. */
  @Requires({MANAGE_QUEUE, VIEW_QUEUE})
  public TicketView dilate(UUID id, int minutes) {
    if (minutes < 1 || minutes > LONGEST_DILATION) {
      throw Invalid.field("minutes", "dilation-range");
    }
    var ticket = held(id);
    ticket.dilate(clock.instant().plus(Duration.ofMinutes(minutes)));
    return told(ticket, "queue.dilate");
  }

  private TicketView ended(Ticket ticket, boolean seen) {
    if (seen) {
      ticket.finish(clock.instant());
    } else {
      ticket.leave(clock.instant());
    }
    tickets.flush();
    days.over(ticket.id(), seen);
    rooms.release(ticket.id());
    return told(ticket, seen ? "queue.finish" : "queue.leave");
  }

  private UUID room(Ticket ticket, UUID wanted) {
    if (wanted != null || ticket.room() != null) {
      return wanted == null ? ticket.room() : wanted;
    }
    return rooms.firstFree(WayRules.roomsFor(ticket.station())).map(RoomView::id).orElse(null);
  }

  private TicketView told(Ticket ticket, String deed) {
    tickets.flush();
    audit.wrote(deed, "queue_ticket", ticket.id());
    live.publish("queue", "queue_ticket", ticket.id());
    return TicketView.of(ticket);
  }

  private Ticket held(UUID id) {
    return tickets.held(id).orElseThrow(() -> new NotFound("not-found"));
  }

  /** The ticket, when the caller runs the queue or is the one whom the patient comes to see. */
  private Ticket mine(UUID id) {
    var ticket = held(id);
    var caller = Actors.current();
    if (!caller.may(MANAGE_QUEUE)) {
      takeOn(ticket, caller);
    }
    return ticket;
  }

  /** The same for clinicians, who may send on whomever they have seen. */
  private Ticket cared(UUID id) {
    return Actors.current().may(MANAGE_MEDICAL_RECORDS) ? held(id) : mine(id);
  }

  private static void takeOn(Ticket ticket, Actor caller) {
    if (ticket.provider() == null) {
      ticket.assign(caller.id());
    } else if (!ticket.provider().equals(caller.id())) {
      throw new Forbidden("not-your-patient");
    }
  }

  private static String first(List<String> stations) {
    return stations.isEmpty() ? null : stations.get(0);
  }
}
