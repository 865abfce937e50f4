package org.medflow.scheduling.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.patient.boundary.DeletionGuard;
import org.medflow.platform.event.LiveEvents;
import org.medflow.platform.security.AuditSink;
import org.medflow.platform.store.Rows;
import org.medflow.scheduling.entity.CancelledSide;
import org.medflow.scheduling.entity.StepKind;

/**
 * When a patient's record is removed: refused while she is here, else what was planned for her is
 * called off by the clinic and she waits for nothing any more.
 */
@ApplicationScoped
class FarewellQuery implements DeletionGuard {

  @Inject Rows rows;
  @Inject AppointmentDeeds deeds;
  @Inject Reminders reminders;
  @Inject AuditSink audit;
  @Inject LiveEvents live;
  @Inject Clock clock;

  @Override
  public Optional<String> refusal(UUID patient) {
    if (here(patient)) {
      return Optional.of("appointments-cancel-first");
    }
    for (var id : planned(patient)) {
      deeds.step(
          deeds.hold(id),
          StepKind.CANCELLED,
          (it, now) -> it.cancel(CancelledSide.CLINIC, null, null, now));
      reminders.withdraw(id);
    }
    closeWishes(patient);
    return Optional.empty();
  }

  private boolean here(UUID patient) {
    return rows.first(
            """
            select 1 from medflow.appointment
             where patient_id = ? and status in ('CHECKED_IN', 'IN_PROGRESS') limit 1
            """,
            row -> row.getInt(1),
            patient)
        .isPresent();
  }

  private List<UUID> planned(UUID patient) {
    return rows.list(
        """
        select id from medflow.appointment
         where patient_id = ? and status in ('SCHEDULED', 'CONFIRMED') and ends_at > ?
         order by id
        """,
        row -> Rows.id(row, "id"),
        patient,
        clock.instant());
  }

  private void closeWishes(UUID patient) {
    rows.list(
            """
            update medflow.waiting_wish set status = 'CANCELLED', offer_lapses = null,
                   version = version + 1
             where patient_id = ? and status in ('WAITING', 'OFFERED') returning id
            """,
            row -> Rows.id(row, "id"),
            patient)
        .forEach(
            wish -> {
              audit.wrote("wish.cancel", "waiting_wish", wish);
              live.publish(AppointmentDeeds.TOPIC, "waiting_wish", wish);
            });
  }
}
