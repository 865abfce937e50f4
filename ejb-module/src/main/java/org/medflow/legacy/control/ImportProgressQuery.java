package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.medflow.legacy.boundary.Claim;
import org.medflow.legacy.boundary.Counts;
import org.medflow.legacy.boundary.LegacySource;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.Outcome;
import org.medflow.platform.store.Rows;

/**
 * The watermark of each table of a run, with what its rows became so far; moved in the transaction
 * of the rows that it passes.
 */
@ApplicationScoped
public class ImportProgressQuery {

  /**
   * How far a table is.
   *
   * @param ordinal of the row that the mark is of
   * @param rowsRead counted again at the end; null before
   * @param source totals of the whole source; {@code taken} of the rows that are ours; {@code
   *     aside} of the others
   */
  public record Progress(
      LegacyTable table,
      String target,
      String state,
      long expected,
      String mark,
      long ordinal,
      Long rowsRead,
      Counts counts,
      Totals source,
      Totals taken,
      Totals aside,
      Instant beganAt,
      Instant movedAt) {

    public boolean done() {
      return state.equals("DONE");
    }

    /** Rows a second since the table began. */
    public long perSecond() {
      if (beganAt == null || movedAt == null) {
        return 0;
      }
      var millis = Math.max(1, Duration.between(beganAt, movedAt).toMillis());
      return counts.total() * 1_000 / millis;
    }
  }

  /** A step of the watermark. */
  record Step(String mark, long ordinal, Map<Outcome, Long> counts, Totals taken, Totals aside) {}

  @Inject Rows rows;

  public void plan(Claim claim, LegacySource.SourceTable table, String target, int place) {
    rows.update(
        """
        insert into legacy.import_progress
            (run_id, clinic_id, source_table, place, target, expected)
        values (?, ?, ?, ?, ?, ?)
        """,
        claim.run(),
        claim.clinic(),
        table.table().title(),
        place,
        target,
        table.rows());
  }

  public List<Progress> of(UUID run) {
    return rows.list(
        "select * from legacy.import_progress where run_id = ? order by place",
        ImportProgressQuery::progress,
        run);
  }

  /** Where a table stands, held until the transaction ends. */
  Progress held(UUID run, LegacyTable table) {
    return rows.list(
            """
            select * from legacy.import_progress where run_id = ? and source_table = ? for update
            """,
            ImportProgressQuery::progress,
            run,
            table.title())
        .get(0);
  }

  void move(UUID run, Progress from, Step step) {
    var added = step.counts();
    rows.update(
        """
        update legacy.import_progress
           set state = 'LOADING', mark = ?, last_line = ?, created = created + ?,
               updated = updated + ?, unchanged = unchanged + ?, orphan = orphan + ?,
               invalid = invalid + ?, review = review + ?, error = error + ?, taken = ?::jsonb,
               aside = ?::jsonb, began_at = coalesce(began_at, now()), moved_at = clock_timestamp()
         where run_id = ? and source_table = ?
        """,
        step.mark(),
        step.ordinal(),
        added.getOrDefault(Outcome.CREATED, 0L),
        added.getOrDefault(Outcome.UPDATED, 0L),
        added.getOrDefault(Outcome.UNCHANGED, 0L),
        added.getOrDefault(Outcome.ORPHAN, 0L),
        added.getOrDefault(Outcome.INVALID, 0L),
        added.getOrDefault(Outcome.REVIEW, 0L),
        added.getOrDefault(Outcome.ERROR, 0L),
        from.taken().add(step.taken()).json(),
        from.aside().add(step.aside()).json(),
        run,
        from.table().title());
  }

  /** Has the tables planned as large as they are, at once and for everybody. */
  void grew() {
    rows.list("select legacy.tables_grew()", row -> true);
  }

  /** Every row of the table has its outcome. */
  public void done(UUID run, LegacyTable table) {
    rows.update(
        """
        update legacy.import_progress set state = 'DONE', ended_at = now()
         where run_id = ? and source_table = ? and state <> 'DONE'
        """,
        run,
        table.title());
  }

  /** The source was counted again. */
  public void counted(UUID run, LegacyTable table, long read, Totals source) {
    rows.update(
        """
        update legacy.import_progress set rows_read = ?, source = ?::jsonb
         where run_id = ? and source_table = ?
        """,
        read,
        source.json(),
        run,
        table.title());
  }

  private static Progress progress(ResultSet row) throws SQLException {
    return new Progress(
        LegacyTable.titled(row.getString("source_table")).orElseThrow(),
        row.getString("target"),
        row.getString("state"),
        row.getLong("expected"),
        row.getString("mark"),
        row.getLong("last_line"),
        row.getObject("rows_read", Long.class),
        new Counts(
            row.getLong("created"),
            row.getLong("updated"),
            row.getLong("unchanged"),
            row.getLong("orphan"),
            row.getLong("invalid"),
            row.getLong("review"),
            row.getLong("error")),
        Totals.parse(row.getString("source")),
        Totals.parse(row.getString("taken")),
        Totals.parse(row.getString("aside")),
        Rows.instant(row, "began_at"),
        Rows.instant(row, "moved_at"));
  }
}
