package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.medflow.legacy.boundary.Claim;
import org.medflow.legacy.boundary.LeftBehind;
import org.medflow.legacy.entity.RunStatus;
import org.medflow.platform.store.Rows;

/** Runs and their watermarks; import_run_one_uk keeps one live run to a source. */
@ApplicationScoped
public class ImportRunQuery {

  /** A run as it stands in its row. */
  public record Run(
      UUID id,
      UUID clinic,
      String source,
      SourceFile file,
      boolean dryRun,
      RunStatus status,
      String failure,
      Instant startedAt,
      Instant endedAt) {}

  @Inject Rows rows;

  public void open(Claim claim, String source, SourceFile file, UUID startedBy) {
    rows.update(
        """
        insert into legacy.import_run (id, clinic_id, source_system, source, file_path, file_hash,
            dry_run, started_by, holder, lease_till)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, now() + interval '30 seconds')
        """,
        claim.run(),
        claim.clinic(),
        file.system(),
        source,
        file.path(),
        file.hash(),
        claim.dryRun(),
        startedBy,
        claim.holder());
  }

  public void watch(Claim claim, String table) {
    rows.update(
        "insert into legacy.import_progress (run_id, clinic_id, source_table) values (?, ?, ?)",
        claim.run(),
        claim.clinic(),
        table);
  }

  public Optional<Run> find(UUID run) {
    return rows.first(
        """
        select id, clinic_id, source_system, source, file_path, file_hash, dry_run, status, failure,
               started_at, ended_at
          from legacy.import_run where id = ?
        """,
        ImportRunQuery::run,
        run);
  }

  public Optional<UUID> clinicOf(UUID run) {
    return rows
        .list("select legacy.run_clinic(?)", row -> row.getObject(1, UUID.class), run)
        .stream()
        .filter(Objects::nonNull)
        .findFirst();
  }

  public List<LeftBehind> leftBehind() {
    return rows.list(
        "select run, clinic from legacy.runs_left_behind()",
        row -> new LeftBehind(Rows.id(row, "run"), Rows.id(row, "clinic")));
  }

  /**
   * Gives a run that was left behind to another execution; empty when somebody else was quicker.
   */
  public Optional<Claim> reclaim(UUID run, UUID holder, int mostAttempts) {
    return rows.first(
        """
        update legacy.import_run
           set holder = ?, attempts = attempts + 1, lease_till = now() + interval '30 seconds'
         where id = ? and status in ('STARTING', 'RUNNING') and lease_till < now() and attempts < ?
        returning clinic_id, dry_run
        """,
        row -> new Claim(run, holder, Rows.id(row, "clinic_id"), row.getBoolean("dry_run")),
        holder,
        run,
        mostAttempts);
  }

  /** Ends runs that were begun again and again without one row of progress. */
  public int giveUp(UUID run, int mostAttempts) {
    return rows.update(
        """
        update legacy.import_run set status = 'FAILED', failure = 'no-progress', ended_at = now()
         where id = ? and status in ('STARTING', 'RUNNING') and lease_till < now()
           and attempts >= ?
        """,
        run,
        mostAttempts);
  }

  /** Marks the run as running; false when this execution no longer holds it. */
  public boolean begin(Claim claim) {
    return rows.update(
            """
            update legacy.import_run
               set status = 'RUNNING', lease_till = now() + interval '30 seconds'
             where id = ? and holder = ? and status in ('STARTING', 'RUNNING')
            """,
            claim.run(),
            claim.holder())
        == 1;
  }

  /** Shows a sign of life of a job that makes progress; false when it no longer holds the run. */
  public boolean alive(Claim claim) {
    return rows.update(
            """
            update legacy.import_run
               set attempts = 1, lease_till = now() + interval '30 seconds'
             where id = ? and holder = ? and status = 'RUNNING'
            """,
            claim.run(),
            claim.holder())
        == 1;
  }

  /** Moves the watermark; false when it stands at this line or beyond. */
  public boolean advance(UUID run, String table, long line) {
    return rows.update(
            """
            update legacy.import_progress set last_line = ?
             where run_id = ? and source_table = ? and last_line < ?
            """,
            line,
            run,
            table,
            line)
        == 1;
  }

  public long lastLine(UUID run, String table) {
    return rows.first(
            "select last_line from legacy.import_progress where run_id = ? and source_table = ?",
            row -> row.getLong(1),
            run,
            table)
        .orElse(0L);
  }

  /** Data rows counted in the file; empty until its end was reached. */
  public Optional<Long> rowsRead(UUID run, String table) {
    return rows.first(
        """
        select rows_read from legacy.import_progress
         where run_id = ? and source_table = ? and rows_read is not null
        """,
        row -> row.getLong(1),
        run,
        table);
  }

  public void counted(UUID run, String table, long read) {
    rows.update(
        "update legacy.import_progress set rows_read = ? where run_id = ? and source_table = ?",
        read,
        run,
        table);
  }

  /** Ends the run; false when this execution no longer holds it. */
  public boolean end(Claim claim, RunStatus status, String failure) {
    return rows.update(
            """
            update legacy.import_run set status = ?, failure = ?, ended_at = now()
             where id = ? and holder = ? and status in ('STARTING', 'RUNNING')
            """,
            status,
            failure,
            claim.run(),
            claim.holder())
        == 1;
  }

  private static Run run(ResultSet row) throws SQLException {
    return new Run(
        Rows.id(row, "id"),
        Rows.id(row, "clinic_id"),
        row.getString("source"),
        new SourceFile(
            row.getString("source_system"), row.getString("file_path"), row.getBytes("file_hash")),
        row.getBoolean("dry_run"),
        RunStatus.valueOf(row.getString("status")),
        row.getString("failure"),
        Rows.instant(row, "started_at"),
        Rows.instant(row, "ended_at"));
  }
}
