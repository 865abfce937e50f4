package org.medflow.visit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.patient.boundary.MergeParticipant;
import org.medflow.patient.boundary.TimelineEntry;
import org.medflow.patient.boundary.TimelineSource;
import org.medflow.platform.store.Rows;
import org.medflow.visit.boundary.AddProblem;
import org.medflow.visit.boundary.ProblemView;
import org.medflow.visit.entity.Eye;
import org.medflow.visit.entity.ProblemRank;
import org.medflow.visit.entity.ProblemState;

/** The problem list of a patient. */
@ApplicationScoped
public class ProblemQuery implements TimelineSource, MergeParticipant {

  private static final String LIST =
      """
      select p.*, concat_ws(' ', u.first_name, u.last_name) as noted_name
        from medflow.problem p left join medflow.app_user u on u.id = p.noted_by
      """;

  @Inject Rows rows;

  /** Whose problem it is, who noted it, when, and its words. */
  public record Noted(UUID id, UUID clinic, UUID patient, UUID by, Instant at, String label) {}

  public void add(Noted noted, AddProblem problem) {
    rows.update(
        """
        insert into medflow.problem (id, clinic_id, patient_id, visit_id, code, label, eye, rank,
          state, since, note, noted_at, noted_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, 'ACTIVE', ?, ?, ?, ?)
        """,
        noted.id(),
        noted.clinic(),
        noted.patient(),
        problem.visitId(),
        problem.code(),
        noted.label(),
        problem.eye(),
        problem.rank(),
        problem.since(),
        problem.note(),
        noted.at(),
        noted.by());
  }

  /** Active ones first, the main one on top. */
  public List<ProblemView> ofPatient(UUID patient) {
    return rows.list(
        """
        %s where p.patient_id = ?
         order by p.state <> 'ACTIVE', p.rank <> 'PRIMARY', p.noted_at desc limit 300
        """
            .formatted(LIST),
        ProblemQuery::view,
        patient);
  }

  public Optional<ProblemView> byId(UUID id) {
    return rows.first(
        """
        %s where p.id = ?
        """
            .formatted(LIST),
        ProblemQuery::view,
        id);
  }

  /** False when somebody changed it meanwhile. */
  public boolean close(ProblemView problem, ProblemState state, String note, UUID by, Instant at) {
    return rows.update(
            """
            update medflow.problem
               set state = ?, close_note = ?, closed_by = ?, closed_at = ?, version = version + 1
             where id = ? and version = ? and state = 'ACTIVE'
            """,
            state,
            note,
            by,
            at,
            problem.id(),
            problem.version())
        == 1;
  }

  @Override
  public List<TimelineEntry> entries(UUID patient, int limit) {
    return rows.list(
        """
        select p.noted_at, p.code, p.label, p.eye from medflow.problem p
         where p.patient_id = ? and p.state <> 'WRONG' order by p.noted_at desc limit ?
        """,
        row ->
            new TimelineEntry(
                Rows.instant(row, "noted_at"),
                "problem",
                "patient.timeline.problem",
                List.of(row.getString("label"), row.getString("code")),
                row.getString("eye"),
                null),
        patient,
        limit);
  }

  @Override
  public String rows() {
    return "medflow.problem";
  }

  /** One that the other record has too stays where it is: the list would say it twice. */
  @Override
  public List<UUID> move(UUID from, UUID to) {
    return rows.list(
        """
        update medflow.problem p set patient_id = ?
         where p.patient_id = ? and not (p.state = 'ACTIVE' and exists (
           select 1 from medflow.problem o
            where o.patient_id = ? and o.state = 'ACTIVE' and o.clinic_id = p.clinic_id
              and o.code = p.code and o.eye is not distinct from p.eye))
        returning p.id
        """,
        row -> Rows.id(row, "id"),
        to,
        from,
        to);
  }

  @Override
  public void moveBack(List<UUID> moved, UUID from, UUID to) {
    if (!moved.isEmpty()) {
      rows.update("update medflow.problem set patient_id = ? where id = any (?)", from, moved);
    }
  }

  private static ProblemView view(ResultSet row) throws SQLException {
    var eye = row.getString("eye");
    return new ProblemView(
        Rows.id(row, "id"),
        Rows.id(row, "patient_id"),
        Rows.id(row, "visit_id"),
        row.getString("code"),
        row.getString("label"),
        eye == null ? null : Eye.valueOf(eye),
        ProblemRank.valueOf(row.getString("rank")),
        ProblemState.valueOf(row.getString("state")),
        row.getObject("since", LocalDate.class),
        row.getString("note"),
        Rows.instant(row, "noted_at"),
        row.getString("noted_name"),
        Rows.instant(row, "closed_at"),
        row.getString("close_note"),
        row.getLong("version"));
  }
}
