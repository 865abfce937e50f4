package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.medflow.legacy.boundary.Claim;
import org.medflow.legacy.boundary.RejectView;
import org.medflow.legacy.entity.Outcome;
import org.medflow.platform.store.Rows;

/** One row for each row read, with what became of it. */
@ApplicationScoped
public class ImportRowQuery {

  /**
   * A row to be written down.
   *
   * @param id its own id, which the seal of the raw content is bound to
   * @param notes what was left out or put right, separated by commas; null when nothing was
   * @param raw sealed content, kept only when somebody has to look at it
   */
  public record Line(
      UUID id, String table, long line, String key, byte[] hash, String notes, byte[] raw) {}

  /** What this run did with a row of the same key. */
  record Earlier(Outcome outcome, byte[] hash) {}

  @Inject Rows rows;

  public void add(Claim claim, Line line, RowVerdict verdict) {
    rows.update(
        """
        insert into legacy.import_row (id, run_id, clinic_id, source_table, line, source_key,
            row_hash, outcome, reason, notes, target_id, candidates, raw_sealed)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        line.id(),
        claim.run(),
        claim.clinic(),
        line.table(),
        line.line(),
        line.key(),
        line.hash(),
        verdict.outcome(),
        verdict.reason(),
        line.notes(),
        verdict.target(),
        verdict.candidates(),
        line.raw());
  }

  /** The latest row of this run with this key that stands for somebody or waits for a person. */
  Optional<Earlier> earlier(UUID run, String table, String key) {
    return rows.first(
        """
        select outcome, row_hash from legacy.import_row
         where run_id = ? and source_table = ? and source_key = ?
           and outcome in ('CREATED', 'UPDATED', 'UNCHANGED', 'REVIEW')
         order by line limit 1
        """,
        row -> new Earlier(Outcome.valueOf(row.getString("outcome")), row.getBytes("row_hash")),
        run,
        table,
        key);
  }

  public Map<Outcome, Long> counts(UUID run, String table) {
    var counts = new EnumMap<Outcome, Long>(Outcome.class);
    rows.list(
        """
        select outcome, count(*) as rows from legacy.import_row
         where run_id = ? and source_table = ? group by outcome
        """,
        row -> counts.put(Outcome.valueOf(row.getString("outcome")), row.getLong("rows")),
        run,
        table);
    return counts;
  }

  /** Rows that were not taken in as they came, in the order of the file, after a line. */
  public List<RejectView> aside(UUID run, String table, long afterLine, int most) {
    return rows.list(
        """
        select source_table, source_key, line, outcome, reason from legacy.import_row
         where run_id = ? and source_table = ? and line > ?
           and outcome in ('ORPHAN', 'INVALID', 'REVIEW', 'ERROR')
         order by line limit ?
        """,
        row ->
            new RejectView(
                row.getString("source_table"),
                row.getString("source_key"),
                row.getLong("line"),
                row.getString("outcome"),
                row.getString("reason")),
        run,
        table,
        afterLine,
        most);
  }
}
