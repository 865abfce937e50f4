package org.medflow.visit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.medflow.platform.store.Rows;

/** Which ticket a visit has. */
@ApplicationScoped
public class TicketOfVisitQuery {

  @Inject Rows rows;

  public Optional<UUID> ticket(UUID visit) {
    return rows.first(
        "select id from medflow.queue_ticket where visit_id = ?", row -> Rows.id(row, "id"), visit);
  }

  /** The ticket of a visit that still has one. */
  public Optional<UUID> running(UUID visit) {
    return rows.first(
        """
        select id from medflow.queue_ticket
         where visit_id = ? and state not in ('DONE', 'LEFT', 'MISSED')
        """,
        row -> Rows.id(row, "id"),
        visit);
  }

  /** The ticket of a visit that is in the doctor's hands. */
  public Optional<UUID> atDoctor(UUID visit) {
    return rows.first(
        """
        select id from medflow.queue_ticket
         where visit_id = ? and station = 'doctor' and state in ('WAITING', 'CALLED', 'SERVING')
        """,
        row -> Rows.id(row, "id"),
        visit);
  }

  /** Who pays a part of a patient's care, as her record says today. */
  public Optional<String> convention(UUID patient) {
    return rows.first(
            "select coalesce(convention, '') as convention from medflow.patient where id = ?",
            row -> row.getString(1),
            patient)
        .filter(name -> !name.isEmpty());
  }
}
