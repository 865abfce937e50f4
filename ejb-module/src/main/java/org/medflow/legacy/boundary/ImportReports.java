package org.medflow.legacy.boundary;

import static org.medflow.platform.security.Permission.MANAGE_MIGRATIONS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.medflow.clinic.boundary.ClinicDirectory;
import org.medflow.legacy.control.ImportRowQuery;
import org.medflow.legacy.control.ImportRunQuery;
import org.medflow.legacy.control.ImportRunQuery.Run;
import org.medflow.legacy.entity.Outcome;
import org.medflow.platform.Page;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Requires;

/** What runs of the actor's clinic did, while they go on and afterwards. */
@Stateless
public class ImportReports {

  private static final String TABLE = ImportLedger.TABLE;
  private static final int LEAST = 5;
  private static final int MOST = 100;

  @Inject ImportRunQuery runs;
  @Inject ImportRowQuery rows;
  @Inject ClinicDirectory clinics;

  @Requires(MANAGE_MIGRATIONS)
  public ImportRunView run(UUID run) {
    var found = found(run);
    return new ImportRunView(
        found.id(),
        found.source(),
        clinics.get(found.clinic()).code(),
        found.dryRun(),
        found.status().name(),
        found.startedAt(),
        found.endedAt(),
        found.failure());
  }

  /** Counts so far; {@code read} is counted in the file itself once the run has come to its end. */
  @Requires(MANAGE_MIGRATIONS)
  public ImportReport report(UUID run) {
    var found = found(run);
    var counts = rows.counts(run, TABLE);
    var decided = counts.values().stream().mapToLong(n -> n).sum();
    var read = runs.rowsRead(run, TABLE).orElse(decided);
    return new ImportReport(run, found.source(), found.dryRun(), List.of(table(read, counts)));
  }

  @Requires(MANAGE_MIGRATIONS)
  public Page<RejectView> rejects(UUID run, String cursor, int size) {
    found(run);
    var most = Math.max(LEAST, Math.min(MOST, size));
    var shown = rows.aside(run, TABLE, line(cursor), most + 1);
    var more = shown.size() > most;
    var page = more ? shown.subList(0, most) : shown;
    return new Page<>(page, more ? Long.toString(page.get(most - 1).line()) : null, most);
  }

  private Run found(UUID run) {
    return runs.find(run).orElseThrow(() -> new NotFound("not-found"));
  }

  private static long line(String cursor) {
    if (cursor == null || cursor.isBlank()) {
      return 0;
    }
    if (!cursor.matches("\\d{1,15}")) {
      throw Invalid.field("cursor", "bad-format");
    }
    return Long.parseLong(cursor);
  }

  private static ImportReport.Table table(long read, Map<Outcome, Long> counts) {
    return new ImportReport.Table(
        TABLE,
        read,
        counts.getOrDefault(Outcome.CREATED, 0L),
        counts.getOrDefault(Outcome.UPDATED, 0L),
        counts.getOrDefault(Outcome.UNCHANGED, 0L),
        counts.getOrDefault(Outcome.ORPHAN, 0L),
        counts.getOrDefault(Outcome.INVALID, 0L),
        counts.getOrDefault(Outcome.REVIEW, 0L),
        counts.getOrDefault(Outcome.ERROR, 0L));
  }
}
