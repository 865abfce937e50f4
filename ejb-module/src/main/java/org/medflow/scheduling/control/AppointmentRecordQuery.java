package org.medflow.scheduling.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.medflow.patient.boundary.MergeParticipant;
import org.medflow.patient.boundary.TimelineEntry;
import org.medflow.patient.boundary.TimelineSource;
import org.medflow.platform.store.Rows;

/** Appointments in a patient's record: told in its timeline, moved when records are joined. */
@ApplicationScoped
class AppointmentRecordQuery implements TimelineSource, MergeParticipant {

  @Inject Rows rows;

  @Override
  public List<TimelineEntry> entries(UUID patient, int limit) {
    return rows.list(
        """
        select a.id, a.starts_at, lower(replace(a.status, '_', '-')) as status,
               coalesce(a.reason, '') as reason, coalesce(a.room, r.name, '') as room,
               coalesce(p.name, concat_ws(' ', u.last_name, u.first_name)) as practitioner
          from medflow.appointment a
          left join medflow.practitioner_placeholder p on p.id = a.placeholder
          left join medflow.app_user u on u.id = coalesce(a.seen_by, a.practitioner)
          left join medflow.room r on r.id = coalesce(a.seen_in, a.room_id)
         where a.patient_id = ? order by a.starts_at desc limit ?
        """,
        row ->
            new TimelineEntry(
                Rows.instant(row, "starts_at"),
                "appointment",
                "patient.timeline.appointment." + row.getString("status"),
                List.of(
                    row.getString("reason"), row.getString("practitioner"), row.getString("room")),
                null,
                null),
        patient,
        limit);
  }

  @Override
  public String rows() {
    return "medflow.appointment";
  }

  @Override
  public List<UUID> move(UUID from, UUID to) {
    return rows.list(
        "update medflow.appointment set patient_id = ? where patient_id = ? returning id",
        row -> Rows.id(row, "id"),
        to,
        from);
  }

  @Override
  public void moveBack(List<UUID> moved, UUID from, UUID to) {
    rows.update("update medflow.appointment set patient_id = ? where id = any (?)", from, moved);
  }
}
