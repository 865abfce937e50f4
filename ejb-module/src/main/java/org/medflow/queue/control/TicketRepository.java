package org.medflow.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.medflow.queue.entity.Ticket;

/** Places in the queue, one by one. */
@ApplicationScoped
public class TicketRepository {

  @PersistenceContext EntityManager entities;

  public void add(Ticket ticket) {
    entities.persist(ticket);
    entities.flush();
  }

  public void flush() {
    entities.flush();
  }

  public Optional<Ticket> byId(UUID id) {
    return Optional.ofNullable(entities.find(Ticket.class, id));
  }

  /** The ticket, held until the transaction ends: of two who call her, one waits and then sees. */
  public Optional<Ticket> held(UUID id) {
    return Optional.ofNullable(entities.find(Ticket.class, id, LockModeType.PESSIMISTIC_WRITE));
  }
}
