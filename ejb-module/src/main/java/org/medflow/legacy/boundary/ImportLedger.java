package org.medflow.legacy.boundary;

import static org.medflow.platform.security.Permission.MANAGE_MIGRATIONS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.legacy.control.ImportRowQuery;
import org.medflow.legacy.control.ImportRunQuery;
import org.medflow.legacy.control.SourceFile;
import org.medflow.legacy.entity.RunStatus;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.AuditSink;
import org.medflow.platform.security.Requires;
import org.medflow.platform.store.StoreException;

/**
 * Where runs stand. A run is opened once and held by one job execution at a time; an execution that
 * dies lets its lease run out, and another goes on from the watermark. It ends COMPLETED only when
 * the rows counted in the file are the rows that have an outcome. Each step commits by itself, so
 * that it stands even if the batch container gives its chunk up.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportLedger {

  static final String TABLE = "LV_Patients";
  private static final int MOST_ATTEMPTS = 5;

  @Inject ImportRunQuery runs;
  @Inject ImportRowQuery rows;
  @Inject AuditSink audit;

  /** Opens a run in the actor's clinic; import_run_one_uk decides between two of one source. */
  @Requires(MANAGE_MIGRATIONS)
  public Claim open(StartImport command, SourceFile file) {
    var actor = Actors.current();
    var claim = new Claim(Ids.next(), Ids.next(), actor.clinic(), command.dryRun());
    try {
      runs.open(claim, command.source(), file, actor.id());
      runs.watch(claim, TABLE);
    } catch (StoreException refused) {
      throw StoreException.constraintOf(refused)
          .filter("import_run_one_uk"::equals)
          .<RuntimeException>map(held -> new Conflict("import-running"))
          .orElse(refused);
    }
    audit.wrote("import.start", "import_run", claim.run());
    return claim;
  }

  /** A job execution begins or goes on. */
  @Requires(MANAGE_MIGRATIONS)
  public ImportJob begin(Claim claim) {
    if (!runs.begin(claim)) {
      throw new Conflict("import-taken-over");
    }
    var file = runs.find(claim.run()).orElseThrow().file();
    return new ImportJob(file.path(), file.hash(), runs.lastLine(claim.run(), TABLE));
  }

  /** The file is at its end; {@code read} data rows were counted in it. */
  @Requires(MANAGE_MIGRATIONS)
  public void finish(Claim claim, long read) {
    runs.counted(claim.run(), TABLE, read);
    var decided = rows.counts(claim.run(), TABLE).values().stream().mapToLong(n -> n).sum();
    if (read == decided) {
      end(claim, RunStatus.COMPLETED, null);
    } else {
      end(claim, RunStatus.FAILED, "counts-differ");
    }
  }

  @Requires(MANAGE_MIGRATIONS)
  public void fail(Claim claim, String reason) {
    end(claim, RunStatus.FAILED, reason);
  }

  /** Runs whose job has not been heard of for half a minute, in every clinic. */
  @Requires(MANAGE_MIGRATIONS)
  public List<LeftBehind> leftBehind() {
    return runs.leftBehind();
  }

  /** Takes over a run that was left behind, unless it failed to get on too often. */
  @Requires(MANAGE_MIGRATIONS)
  public Optional<Claim> reclaim(UUID run) {
    if (runs.giveUp(run, MOST_ATTEMPTS) == 1) {
      audit.wrote("import.fail", "import_run", run);
      return Optional.empty();
    }
    return runs.reclaim(run, Ids.next(), MOST_ATTEMPTS);
  }

  private void end(Claim claim, RunStatus status, String failure) {
    if (!runs.end(claim, status, failure)) {
      throw new Conflict("import-taken-over");
    }
    audit.wrote(
        status == RunStatus.COMPLETED ? "import.complete" : "import.fail",
        "import_run",
        claim.run());
  }
}
