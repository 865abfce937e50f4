package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.medflow.legacy.boundary.Claim;
import org.medflow.legacy.boundary.ReasonCount;
import org.medflow.legacy.boundary.RejectFilter;
import org.medflow.legacy.boundary.RejectView;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.Resolution;
import org.medflow.platform.store.CopyRows;
import org.medflow.platform.store.Rows;

/** Rows that were set aside, with what they held, sealed, until somebody decides about them. */
@ApplicationScoped
public class ImportRowQuery {

  private static final String COLUMNS =
      """
      id, run_id, clinic_id, source_system, source_table, line, source_key, row_hash, outcome,
      reason, notes, target_id, candidates, raw_sealed\
      """;

  /**
   * A row to be written down.
   *
   * @param id its own id, which the seal of the raw content is bound to
   * @param raw sealed content
   */
  record Line(UUID id, Arrival arrival, RowVerdict verdict, byte[] raw) {}

  /** A row set aside, as it stands. */
  public record Kept(
      RejectView view,
      UUID run,
      LegacyTable table,
      byte[] hash,
      UUID target,
      List<UUID> candidates,
      byte[] raw) {}

  @Inject Rows rows;

  void add(Claim claim, LegacyTable table, List<Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    rows.update(
        """
        create temporary table if not exists bulk_row on commit delete rows
            as table legacy.import_row with no data
        """);
    var text = new CopyRows();
    for (var line : lines) {
      var verdict = line.verdict();
      text.row(
          line.id(),
          claim.run(),
          claim.clinic(),
          table.system(),
          table.title(),
          line.arrival().row().ordinal(),
          line.arrival().key(),
          line.arrival().hash(),
          verdict.outcome(),
          verdict.reason(),
          verdict.notes().isEmpty() ? null : String.join(",", verdict.notes()),
          verdict.target(),
          verdict.candidates(),
          line.raw());
    }
    rows.copy("pg_temp.bulk_row", COLUMNS, text);
    rows.update(
        "insert into legacy.import_row (%1$s) select %1$s from pg_temp.bulk_row"
            .formatted(COLUMNS));
  }

  /** Hashes of rows of these keys that this run has set aside for a person, by key. */
  Map<String, byte[]> reviewed(UUID run, LegacyTable table, Collection<String> keys) {
    var found = new HashMap<String, byte[]>();
    rows.list(
        """
        select source_key, row_hash from legacy.import_row
         where run_id = ? and source_table = ? and source_key = any (?) and outcome = 'REVIEW'
        """,
        row -> found.put(row.getString(1), row.getBytes(2)),
        run,
        table.title(),
        keys);
    return found;
  }

  /** A later run met these keys: what earlier runs set aside of them is past. */
  void supersede(Claim claim, LegacyTable table, Collection<String> keys) {
    rows.update(
        """
        update legacy.import_row
           set resolution = 'SUPERSEDED', resolved_at = now(), resolved_by = ?
         where clinic_id = ? and source_table = ? and source_key = any (?) and resolution is null
           and outcome in ('ORPHAN', 'INVALID', 'REVIEW', 'ERROR') and run_id <> ?
        """,
        claim.run(),
        claim.clinic(),
        table.title(),
        keys,
        claim.run());
  }

  /** Rows set aside in a run, in the order of their ids, after one. */
  public List<RejectView> list(UUID run, RejectFilter filter, UUID after, int most) {
    return rows.list(
        """
        select * from legacy.import_row
         where run_id = ? and outcome in ('ORPHAN', 'INVALID', 'REVIEW', 'ERROR') and id > ?
           and (?::text is null or source_table = ?) and (?::text is null or outcome = ?)
           and (?::text is null or reason = ?) and (not ? or resolution is null)
         order by id limit ?
        """,
        ImportRowQuery::view,
        run,
        after,
        blank(filter.table()),
        blank(filter.table()),
        blank(filter.outcome()),
        blank(filter.outcome()),
        blank(filter.reason()),
        blank(filter.reason()),
        filter.open(),
        most);
  }

  /** How many open rows wait for which reason, the most first. */
  public List<ReasonCount> reasons(UUID run) {
    return rows.list(
        """
        select source_table, outcome, coalesce(reason, '') as reason, count(*) as rows
          from legacy.import_row
         where run_id = ? and resolution is null
           and outcome in ('ORPHAN', 'INVALID', 'REVIEW', 'ERROR')
         group by 1, 2, 3 order by 4 desc, 1, 2, 3
        """,
        row ->
            new ReasonCount(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)),
        run);
  }

  public long open(UUID run) {
    return rows.list(
            """
            select count(*) from legacy.import_row
             where run_id = ? and resolution is null
               and outcome in ('ORPHAN', 'INVALID', 'REVIEW', 'ERROR')
            """,
            row -> row.getLong(1),
            run)
        .get(0);
  }

  public Optional<Kept> find(UUID id) {
    return rows.first(
        """
        select * from legacy.import_row
         where id = ? and outcome in ('ORPHAN', 'INVALID', 'REVIEW', 'ERROR')
        """,
        ImportRowQuery::kept,
        id);
  }

  /** The same, held until the transaction ends. */
  public Optional<Kept> hold(UUID id) {
    return rows.first(
        """
        select * from legacy.import_row
         where id = ? and outcome in ('ORPHAN', 'INVALID', 'REVIEW', 'ERROR') for update
        """,
        ImportRowQuery::kept,
        id);
  }

  /** Open orphans that other runs left in the clinic, in the order of their ids. */
  public List<UUID> orphans(Claim claim, UUID after, int most) {
    return rows.list(
        """
        select id from legacy.import_row
         where clinic_id = ? and resolution is null and outcome = 'ORPHAN' and id > ?
           and run_id <> ?
         order by id limit ?
        """,
        row -> Rows.id(row, "id"),
        claim.clinic(),
        after,
        claim.run(),
        most);
  }

  public void resolve(UUID id, Resolution resolution, UUID by, String why) {
    rows.update(
        """
        update legacy.import_row
           set resolution = ?, resolved_by = ?, resolved_at = now(), resolved_why = ? where id = ?
        """,
        resolution,
        by,
        why,
        id);
  }

  /** A rolled back run has nothing that waits any more. */
  void rolledBack(UUID run, UUID by) {
    rows.update(
        """
        update legacy.import_row
           set resolution = 'ROLLED_BACK', resolved_by = ?, resolved_at = now()
         where run_id = ? and resolution is null
        """,
        by,
        run);
  }

  private static Kept kept(ResultSet row) throws SQLException {
    var candidates = (UUID[]) row.getArray("candidates").getArray();
    return new Kept(
        view(row),
        Rows.id(row, "run_id"),
        LegacyTable.titled(row.getString("source_table")).orElseThrow(),
        row.getBytes("row_hash"),
        Rows.id(row, "target_id"),
        Arrays.asList(candidates),
        row.getBytes("raw_sealed"));
  }

  private static RejectView view(ResultSet row) throws SQLException {
    return new RejectView(
        Rows.id(row, "id"),
        row.getString("source_table"),
        row.getString("source_key"),
        row.getLong("line"),
        row.getString("outcome"),
        row.getString("reason"),
        row.getString("resolution"),
        Rows.instant(row, "resolved_at"));
  }

  private static String blank(String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
