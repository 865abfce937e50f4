package org.medflow.visit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.medflow.patient.boundary.MergeParticipant;
import org.medflow.patient.boundary.NameLine;
import org.medflow.patient.boundary.TimelineEntry;
import org.medflow.patient.boundary.TimelineSource;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.store.Rows;
import org.medflow.visit.boundary.VisitRow;
import org.medflow.visit.entity.VisitKind;
import org.medflow.visit.entity.VisitStatus;

/** Lists of visits; and what visits tell in a patient's record. */
@ApplicationScoped
public class VisitListQuery implements TimelineSource, MergeParticipant {

  private static final String LIST =
      """
      select v.*, p.mrn, p.last_name, p.post_name, p.first_name,
             concat_ws(' ', u.first_name, u.last_name) as provider_name
        from medflow.visit v
        join medflow.patient p on p.id = v.patient_id
        left join medflow.app_user u on u.id = v.provider
      """;

  @Inject Rows rows;

  public List<VisitRow> ofDay(UUID clinic, LocalDate day) {
    return rows.list(
        """
        %s where v.clinic_id = ? and v.day = ? order by v.arrived_at, v.id limit 1000
        """
            .formatted(LIST),
        VisitListQuery::row,
        clinic,
        day);
  }

  public List<VisitRow> ofPatient(UUID patient, int limit) {
    return rows.list(
        """
        %s where v.patient_id = ? order by v.arrived_at desc, v.id limit ?
        """
            .formatted(LIST),
        VisitListQuery::row,
        patient,
        limit);
  }

  @Override
  public List<TimelineEntry> entries(UUID patient, int limit) {
    return rows.list(
        """
        select v.id, v.arrived_at, lower(replace(v.status, '_', '-')) as status, v.number,
               coalesce(v.complaint, '') as complaint,
               concat_ws(' ', u.first_name, u.last_name) as provider_name, v.complaint_eye
          from medflow.visit v left join medflow.app_user u on u.id = v.provider
         where v.patient_id = ? order by v.arrived_at desc limit ?
        """,
        row ->
            new TimelineEntry(
                Rows.instant(row, "arrived_at"),
                "visit",
                "patient.timeline.visit." + row.getString("status"),
                List.of(
                    row.getString("number"),
                    row.getString("complaint"),
                    row.getString("provider_name")),
                row.getString("complaint_eye"),
                null),
        patient,
        limit);
  }

  @Override
  public String rows() {
    return "medflow.visit";
  }

  /** With everything that was written during them. */
  @Override
  public List<UUID> move(UUID from, UUID to) {
    if (bothHere(from, to)) {
      throw new Conflict("merge-both-here");
    }
    var moved =
        rows.list(
            "update medflow.visit set patient_id = ? where patient_id = ? returning id",
            row -> Rows.id(row, "id"),
            to,
            from);
    follow(moved, to);
    return moved;
  }

  @Override
  public void moveBack(List<UUID> moved, UUID from, UUID to) {
    if (!moved.isEmpty()) {
      rows.update("update medflow.visit set patient_id = ? where id = any (?)", from, moved);
      follow(moved, from);
    }
  }

  /** A patient has one open visit in a clinic; two records that both have one cannot be joined. */
  private boolean bothHere(UUID from, UUID to) {
    return rows.first(
            """
            select 1 from medflow.visit a join medflow.visit b
                on b.clinic_id = a.clinic_id and b.day = a.day
             where a.patient_id = ? and b.patient_id = ?
               and a.status in ('CHECKED_IN', 'IN_PROGRESS')
               and b.status in ('CHECKED_IN', 'IN_PROGRESS') limit 1
            """,
            row -> row.getInt(1),
            from,
            to)
        .isPresent();
  }

  private void follow(List<UUID> visits, UUID patient) {
    if (visits.isEmpty()) {
      return;
    }
    for (var table : List.of("queue_ticket", "vitals")) {
      rows.update(
          "update medflow.%s set patient_id = ? where visit_id = any (?)".formatted(table),
          patient,
          visits);
    }
  }

  private static VisitRow row(ResultSet row) throws SQLException {
    return new VisitRow(
        Rows.id(row, "id"),
        row.getString("number"),
        Rows.id(row, "patient_id"),
        row.getString("mrn"),
        NameLine.of(
            row.getString("last_name"), row.getString("post_name"), row.getString("first_name")),
        row.getObject("day", LocalDate.class),
        VisitKind.valueOf(row.getString("kind")),
        VisitStatus.valueOf(row.getString("status")),
        row.getString("provider_name"),
        row.getString("complaint"),
        Rows.instant(row, "arrived_at"),
        Rows.instant(row, "ended_at"),
        row.getString("flagged"));
  }
}
