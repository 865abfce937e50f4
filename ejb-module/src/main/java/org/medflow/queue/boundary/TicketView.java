package org.medflow.queue.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.medflow.queue.entity.Ticket;
import org.medflow.queue.entity.TicketState;

/** A ticket as it stands. */
public record TicketView(
    UUID id,
    int number,
    UUID visitId,
    UUID patientId,
    UUID providerId,
    String priority,
    TicketState state,
    String station,
    UUID roomId,
    int calls,
    Instant arrivedAt,
    Instant dilatedTill,
    long version)
    implements Serializable {

  static TicketView of(Ticket ticket) {
    return new TicketView(
        ticket.id(),
        ticket.number(),
        ticket.visit(),
        ticket.patient(),
        ticket.provider(),
        ticket.priority(),
        ticket.state(),
        ticket.station(),
        ticket.room(),
        ticket.calls(),
        ticket.arrivedAt(),
        ticket.dilatedTill(),
        ticket.version());
  }
}
