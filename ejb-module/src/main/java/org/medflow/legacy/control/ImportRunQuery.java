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

/** Runs; import_run_one_uk keeps one live run to a source and clinic. */
@ApplicationScoped
public class ImportRunQuery {

  /** A run as it stands in its row. */
  public record Run(
      UUID id,
      UUID clinic,
      String system,
      String source,
      byte[] fingerprint,
      boolean dryRun,
      RunStatus status,
      String failure,
      Instant startedAt,
      Instant endedAt,
      long undone,
      long kept,
      Signed signed) {}

  /** A report as it was signed; null texts while there is none. */
  public record Signed(String text, String key, byte[] signature) {}

  @Inject Rows rows;

  public void open(Claim claim, String source, SourceReport found, UUID startedBy) {
    rows.update(
        """
        insert into legacy.import_run (id, clinic_id, source_system, source, file_hash, dry_run,
            started_by, holder, lease_till)
        values (?, ?, ?, ?, ?, ?, ?, ?, now() + interval '30 seconds')
        """,
        claim.run(),
        claim.clinic(),
        found.system(),
        source,
        found.fingerprint(),
        claim.dryRun(),
        startedBy,
        claim.holder());
  }

  public Optional<Run> find(UUID run) {
    return rows.first("select * from legacy.import_run where id = ?", ImportRunQuery::run, run);
  }

  /** The newest runs of the caller's clinics. */
  public List<Run> recent(int most) {
    return rows.list(
        "select * from legacy.import_run order by started_at desc limit ?",
        ImportRunQuery::run,
        most);
  }

  public Optional<UUID> clinicOf(UUID run) {
    return rows
        .list("select legacy.run_clinic(?)", row -> row.getObject(1, UUID.class), run)
        .stream()
        .filter(Objects::nonNull)
        .findFirst();
  }

  public Optional<UUID> clinicOfRow(UUID row) {
    return rows
        .list("select legacy.row_clinic(?)", found -> found.getObject(1, UUID.class), row)
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
         where id = ? and status in ('STARTING', 'RUNNING', 'ROLLING_BACK')
           and lease_till < now() and attempts < ?
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
         where id = ? and status in ('STARTING', 'RUNNING', 'ROLLING_BACK') and lease_till < now()
           and attempts >= ?
        """,
        run,
        mostAttempts);
  }

  /** A job execution begins or goes on; false when it no longer holds the run. */
  public boolean begin(Claim claim) {
    return rows.update(
            """
            update legacy.import_run
               set status = case status when 'STARTING' then 'RUNNING' else status end,
                   lease_till = now() + interval '30 seconds'
             where id = ? and holder = ? and status in ('STARTING', 'RUNNING', 'ROLLING_BACK')
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
             where id = ? and holder = ? and status in ('RUNNING', 'ROLLING_BACK')
            """,
            claim.run(),
            claim.holder())
        == 1;
  }

  /** Ends the run; false when this execution no longer holds it. */
  public boolean end(Claim claim, RunStatus status, String failure) {
    return rows.update(
            """
            update legacy.import_run set status = ?, failure = ?, ended_at = now()
             where id = ? and holder = ? and status in ('STARTING', 'RUNNING', 'ROLLING_BACK')
            """,
            status,
            failure,
            claim.run(),
            claim.holder())
        == 1;
  }

  /** Halts a run: whoever holds it finds that it does no longer; false when it was not going on. */
  public boolean halt(UUID run, RunStatus status, UUID nobody) {
    return rows.update(
            """
            update legacy.import_run
               set status = ?, holder = ?,
                   ended_at = case when ? = 'STOPPED' then now() end
             where id = ? and status in ('STARTING', 'RUNNING', 'PAUSED')
               and status <> ?
            """,
            status,
            nobody,
            status,
            run,
            status)
        == 1;
  }

  /** Gives a halted or failed run to a new execution; import_run_one_uk may refuse. */
  public boolean resume(UUID run, UUID holder) {
    return rows.update(
            """
            update legacy.import_run
               set status = 'STARTING', holder = ?, attempts = 1, failure = null, ended_at = null,
                   report = null, report_key = null, report_signature = null,
                   lease_till = now() + interval '30 seconds'
             where id = ? and status in ('PAUSED', 'STOPPED', 'FAILED')
            """,
            holder,
            run)
        == 1;
  }

  /** Begins to take a run back; false when it goes on, or was a dry one. */
  public boolean rollBack(UUID run, UUID holder) {
    return rows.update(
            """
            update legacy.import_run
               set status = 'ROLLING_BACK', holder = ?, attempts = 1, failure = null,
                   ended_at = null, lease_till = now() + interval '30 seconds'
             where id = ? and status in ('PAUSED', 'STOPPED', 'FAILED', 'COMPLETED')
               and not dry_run
            """,
            holder,
            run)
        == 1;
  }

  public void takenBack(UUID run, long undone, long kept) {
    rows.update(
        "update legacy.import_run set undone = undone + ?, kept = kept + ? where id = ?",
        undone,
        kept,
        run);
  }

  public void sign(UUID run, Signed signed) {
    rows.update(
        """
        update legacy.import_run set report = ?, report_key = ?, report_signature = ? where id = ?
        """,
        signed.text(),
        signed.key(),
        signed.signature(),
        run);
  }

  /** Rows that imports of all clinics have still to read; seconds that the stillest stood still. */
  record Lag(long rows, double seconds) {}

  Lag lag() {
    return rows.first(
            "select rows_behind, seconds_still from legacy.import_lag()",
            row -> new Lag(row.getLong(1), row.getDouble(2)))
        .orElse(new Lag(0, 0));
  }

  private static Run run(ResultSet row) throws SQLException {
    return new Run(
        Rows.id(row, "id"),
        Rows.id(row, "clinic_id"),
        row.getString("source_system"),
        row.getString("source"),
        row.getBytes("file_hash"),
        row.getBoolean("dry_run"),
        RunStatus.valueOf(row.getString("status")),
        row.getString("failure"),
        Rows.instant(row, "started_at"),
        Rows.instant(row, "ended_at"),
        row.getLong("undone"),
        row.getLong("kept"),
        new Signed(
            row.getString("report"),
            row.getString("report_key"),
            row.getBytes("report_signature")));
  }
}
