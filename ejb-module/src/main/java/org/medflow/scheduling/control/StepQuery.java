package org.medflow.scheduling.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.medflow.platform.Ids;
import org.medflow.platform.store.Rows;
import org.medflow.scheduling.boundary.StepView;
import org.medflow.scheduling.entity.Appointment;
import org.medflow.scheduling.entity.Place;
import org.medflow.scheduling.entity.StepKind;

/** What became of appointments, step by step; added to, never changed. */
@ApplicationScoped
public class StepQuery {

  @Inject Rows rows;

  /**
   * One step.
   *
   * @param was the place before it was moved, else null
   */
  public record Step(StepKind what, UUID by, Instant at, Place was, String reason) {}

  public void add(Appointment appointment, Step step) {
    var was = step.was();
    rows.update(
        """
        insert into medflow.appointment_step
          (id, clinic_id, appointment_id, what, at, by, was_starts_at, was_ends_at, was_provider,
           reason)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Ids.next(),
        appointment.label().clinic(),
        appointment.id(),
        step.what(),
        step.at(),
        step.by(),
        was == null ? null : was.startsAt(),
        was == null ? null : was.endsAt(),
        was == null ? null : was.provider(),
        step.reason());
  }

  /** Oldest first. */
  public List<StepView> of(UUID appointment) {
    return rows.list(
        """
        select what, at, by, was_starts_at, reason from medflow.appointment_step
         where appointment_id = ? order by at, id
        """,
        row ->
            new StepView(
                StepKind.valueOf(row.getString("what")),
                Rows.instant(row, "at"),
                Rows.id(row, "by"),
                Rows.instant(row, "was_starts_at"),
                row.getString("reason")),
        appointment);
  }
}
