package org.medflow.patient.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.patient.boundary.MergeView;
import org.medflow.platform.security.Actor;
import org.medflow.platform.store.Rows;

/** The journal of merges: what was joined, by whom, and all that undoing needs. */
@ApplicationScoped
public class MergeQuery {

  @Inject Rows rows;

  /** A merge with its journal as JSON. */
  public record Merge(MergeView view, String journal) {}

  public void add(Actor actor, MergeView merge, String journal) {
    rows.update(
        """
        insert into medflow.patient_merge
            (id, clinic_id, survivor, duplicate, reason, journal, merged_by, at)
        values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)
        """,
        merge.id(),
        actor.clinic(),
        merge.survivor(),
        merge.duplicate(),
        merge.reason(),
        journal,
        actor.id(),
        merge.at());
  }

  public Optional<Merge> byId(UUID id) {
    return rows.first(
        """
        select id, survivor, duplicate, reason, at, undone_at, journal from medflow.patient_merge
         where id = ? for update
        """,
        row -> new Merge(view(row), row.getString("journal")),
        id);
  }

  /** All merges that this patient took part in, the newest first. */
  public List<MergeView> of(UUID patient) {
    return rows.list(
        """
        select id, survivor, duplicate, reason, at, undone_at from medflow.patient_merge
         where ? in (survivor, duplicate) order by at desc, id desc
        """,
        MergeQuery::view,
        patient);
  }

  /** Whether one of the two was joined again since. */
  public boolean laterThan(MergeView merge) {
    return rows.first(
            """
            select 1 from medflow.patient_merge
             where undone_at is null and id <> ? and at >= ?
               and (survivor in (?, ?) or duplicate in (?, ?)) limit 1
            """,
            row -> true,
            merge.id(),
            merge.at(),
            merge.survivor(),
            merge.duplicate(),
            merge.survivor(),
            merge.duplicate())
        .isPresent();
  }

  public void undone(UUID merge, Actor actor, String reason, Instant at) {
    rows.update(
        """
        update medflow.patient_merge set undone_at = ?, undone_by = ?, undo_reason = ?
         where id = ?
        """,
        at,
        actor.id(),
        reason,
        merge);
  }

  private static MergeView view(ResultSet row) throws SQLException {
    return new MergeView(
        Rows.id(row, "id"),
        Rows.id(row, "survivor"),
        Rows.id(row, "duplicate"),
        row.getString("reason"),
        Rows.instant(row, "at"),
        Rows.instant(row, "undone_at"));
  }
}
