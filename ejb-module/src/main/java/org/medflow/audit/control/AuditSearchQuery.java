package org.medflow.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.medflow.audit.boundary.AccessView;
import org.medflow.audit.boundary.AuditFilter;
import org.medflow.audit.boundary.AuditRow;
import org.medflow.audit.boundary.Refusals;
import org.medflow.platform.store.Rows;

/** Reads the audit table, in the caller's clinics. */
@ApplicationScoped
public class AuditSearchQuery {

  @Inject Rows rows;

  /** The newest first, behind this place; null for the first ones. */
  public List<AuditRow> find(AuditFilter filter, AuditCursor behind, int most) {
    return rows.list(
        """
        select id, at, actor_kind, actor_id, clinic_id, action, entity, entity_ids, outcome, reason,
               correlation, (detail ->> 'count')::int as count
          from medflow.audit_rows(?, ?, ?::uuid, ?::uuid, ?, ?, ?::timestamptz, ?::uuid, ?)
        """,
        AuditSearchQuery::row,
        filter.from(),
        filter.to(),
        filter.actor(),
        filter.about(),
        filter.family(),
        filter.outcome(),
        behind == null ? null : behind.at(),
        behind == null ? null : behind.id(),
        most);
  }

  public List<AccessView> accesses(UUID record, Instant from, Instant to) {
    return rows.list(
        "select * from medflow.audit_accesses(?, ?, ?)",
        row ->
            new AccessView(
                row.getString("actor_kind"),
                Rows.id(row, "actor_id"),
                row.getLong("listed"),
                row.getLong("opened"),
                row.getLong("changed"),
                row.getLong("refused"),
                Rows.instant(row, "first_at"),
                Rows.instant(row, "last_at")),
        record,
        from,
        to);
  }

  /**
   * Refused sign-ins of a person. All are asked for, without a limit: with one the planner would
   * walk the rows of everybody from the newest back until it met enough of hers.
   */
  public Refusals refusals(UUID user, Instant from, Instant to) {
    return rows.first(
            """
            select count(*) as times, max(at) as last,
                   (array_agg(detail ->> 'address' order by at desc, id desc))[1] as address
              from medflow.audit_rows(?, ?, null, ?, 'session.refuse', 'refused', null, null, null)
            """,
            row ->
                new Refusals(
                    row.getLong("times"), Rows.instant(row, "last"), row.getString("address")),
            from,
            to,
            user)
        .orElseThrow();
  }

  private static AuditRow row(ResultSet row) throws SQLException {
    return new AuditRow(
        Rows.id(row, "id"),
        Rows.instant(row, "at"),
        row.getString("actor_kind"),
        Rows.id(row, "actor_id"),
        Rows.id(row, "clinic_id"),
        row.getString("action"),
        row.getString("entity"),
        List.of((UUID[]) row.getArray("entity_ids").getArray()),
        row.getInt("count"),
        row.getString("outcome"),
        row.getString("reason"),
        row.getString("correlation"));
  }
}
