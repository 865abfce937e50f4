package org.medflow.visit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.medflow.patient.boundary.TimelineEntry;
import org.medflow.patient.boundary.TimelineSource;
import org.medflow.platform.store.Rows;
import org.medflow.visit.boundary.RecordVitals;
import org.medflow.visit.boundary.VitalsView;
import org.medflow.visit.entity.Visit;

/** Vitals: added, never altered; a mistake is said to be one. */
@ApplicationScoped
public class VitalsQuery implements TimelineSource {

  private static final String LIST =
      """
      select t.*, concat_ws(' ', u.first_name, u.last_name) as taken_name
        from medflow.vitals t left join medflow.app_user u on u.id = t.taken_by
      """;

  @Inject Rows rows;

  public void add(UUID id, Visit visit, RecordVitals values, UUID by, Instant now) {
    rows.update(
        """
        insert into medflow.vitals (id, clinic_id, visit_id, patient_id, systolic, diastolic, pulse,
          temperature, breaths, saturation, weight, height, glucose, note, taken_at, taken_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        visit.clinic(),
        visit.id(),
        visit.patient(),
        values.systolic(),
        values.diastolic(),
        values.pulse(),
        values.temperature(),
        values.breaths(),
        values.saturation(),
        values.weight(),
        values.height(),
        values.glucose(),
        values.note(),
        now,
        by);
  }

  public List<VitalsView> ofPatient(UUID patient, int limit) {
    return rows.list(
        """
        %s where t.patient_id = ? order by t.taken_at desc, t.id limit ?
        """
            .formatted(LIST),
        VitalsQuery::view,
        patient,
        limit);
  }

  public List<VitalsView> byId(UUID id) {
    return rows.list(
        """
        %s where t.id = ?
        """
            .formatted(LIST),
        VitalsQuery::view,
        id);
  }

  /** False when somebody said so before. */
  public boolean wrong(UUID id, String reason, UUID by, Instant now) {
    return rows.update(
            """
            update medflow.vitals set wrong_at = ?, wrong_by = ?, wrong_reason = ?
             where id = ? and wrong_at is null
            """,
            now,
            by,
            reason,
            id)
        == 1;
  }

  @Override
  public List<TimelineEntry> entries(UUID patient, int limit) {
    return rows.list(
        """
        select t.taken_at, coalesce(t.systolic || '/' || t.diastolic, '') as pressure,
               coalesce(t.weight::text, '') as weight
          from medflow.vitals t where t.patient_id = ? and t.wrong_at is null
         order by t.taken_at desc limit ?
        """,
        row ->
            new TimelineEntry(
                Rows.instant(row, "taken_at"),
                "vitals",
                "patient.timeline.vitals",
                List.of(row.getString("pressure"), row.getString("weight")),
                null,
                null),
        patient,
        limit);
  }

  private static VitalsView view(ResultSet row) throws SQLException {
    var values =
        new RecordVitals(
            whole(row, "systolic"),
            whole(row, "diastolic"),
            whole(row, "pulse"),
            row.getBigDecimal("temperature"),
            whole(row, "breaths"),
            whole(row, "saturation"),
            row.getBigDecimal("weight"),
            row.getBigDecimal("height"),
            row.getBigDecimal("glucose"),
            row.getString("note"));
    return new VitalsView(
        Rows.id(row, "id"),
        Rows.id(row, "visit_id"),
        Rows.id(row, "patient_id"),
        values,
        VitalsRules.bmi(values.weight(), values.height()),
        Rows.instant(row, "taken_at"),
        row.getString("taken_name"),
        row.getString("wrong_reason"));
  }

  private static Integer whole(ResultSet row, String column) throws SQLException {
    return (Integer) row.getObject(column);
  }
}
