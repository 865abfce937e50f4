package org.medflow.legacy.boundary;

import static org.medflow.platform.security.Permission.MANAGE_MIGRATIONS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.identity.boundary.ReportSeal;
import org.medflow.legacy.control.ImportNoteQuery;
import org.medflow.legacy.control.ImportProgressQuery;
import org.medflow.legacy.control.ImportRunQuery;
import org.medflow.legacy.control.ImportRunQuery.Signed;
import org.medflow.legacy.control.ImportTargets;
import org.medflow.legacy.control.Reconciliation;
import org.medflow.legacy.control.SourceReport;
import org.medflow.legacy.control.Totals;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.RunStatus;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.event.LiveEvents;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.AuditSink;
import org.medflow.platform.security.Requires;
import org.medflow.platform.store.StoreException;

/**
 * Where runs stand. A run is opened once and held by one job execution at a time; an execution that
 * dies lets its lease run out, and another goes on from the watermark. It ends COMPLETED only when
 * the rows counted at the source are the rows that have an outcome, and its reconciliation is
 * signed. Each step commits by itself, so that it stands even if the batch container gives its
 * chunk up.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportLedger {

  private static final int MOST_ATTEMPTS = 5;
  private static final String ONE = "import_run_one_uk";

  @Inject ImportRunQuery runs;
  @Inject ImportProgressQuery progress;
  @Inject ImportNoteQuery notes;
  @Inject ImportTargets targets;
  @Inject Reconciliation reconciliation;
  @Inject ReportSeal seal;
  @Inject AuditSink audit;
  @Inject LiveEvents live;

  /** Opens a run in the actor's clinic; import_run_one_uk decides between two of one source. */
  @Requires(MANAGE_MIGRATIONS)
  public Claim open(StartImport command, SourceReport found) {
    var actor = Actors.current();
    var claim = new Claim(Ids.next(), Ids.next(), actor.clinic(), command.dryRun());
    oneOf(
        () -> {
          runs.open(claim, command.source(), found, actor.id());
          return true;
        });
    int place = 1;
    for (var table : found.tables()) {
      progress.plan(claim, table, targets.of(table.table()).type(), place++);
    }
    told(claim.run(), "import.start");
    return claim;
  }

  /** A job execution begins or goes on. */
  @Requires(MANAGE_MIGRATIONS)
  public ImportPlan begin(Claim claim) {
    if (!runs.begin(claim)) {
      throw new Conflict(ChunkIntake.HALTED);
    }
    var run = runs.find(claim.run()).orElseThrow();
    var stages =
        progress.of(claim.run()).stream()
            .map(at -> new ImportPlan.Stage(at.table(), at.done(), at.mark(), at.ordinal()))
            .toList();
    return new ImportPlan(run.source(), run.fingerprint(), stages);
  }

  /** The rows of a table were counted at the source once more. */
  @Requires(MANAGE_MIGRATIONS)
  public void counted(Claim claim, LegacyTable table, long read, Totals source) {
    progress.counted(claim.run(), table, read, source);
  }

  /** Every table was read and counted: the run ends, well only if all of it adds up. */
  @Requires(MANAGE_MIGRATIONS)
  public void finish(Claim claim) {
    var run = runs.find(claim.run()).orElseThrow();
    var report = reconciliation.of(run);
    var text = reconciliation.text(report);
    var sealed = seal.over(text);
    runs.sign(claim.run(), new Signed(text, sealed.key(), sealed.value()));
    notes.forgetDry(claim.run());
    if (report.addsUp()) {
      end(claim, RunStatus.COMPLETED, null);
    } else {
      end(claim, RunStatus.FAILED, "counts-differ");
    }
  }

  @Requires(MANAGE_MIGRATIONS)
  public void fail(Claim claim, String reason) {
    end(claim, RunStatus.FAILED, reason);
  }

  /** Halts a run for a person. */
  @Requires(MANAGE_MIGRATIONS)
  public void halt(UUID run, RunStatus status) {
    if (!runs.halt(run, status, Ids.next())) {
      throw new Conflict("import-not-running");
    }
    told(run, status == RunStatus.PAUSED ? "import.pause" : "import.stop");
  }

  /** Gives a halted or failed run to a new execution. */
  @Requires(MANAGE_MIGRATIONS)
  public Claim resume(UUID run) {
    return taken(run, holder -> runs.resume(run, holder), "import.resume");
  }

  /** Begins to take a run back. */
  @Requires(MANAGE_MIGRATIONS)
  public Claim rollBack(UUID run) {
    return taken(run, holder -> runs.rollBack(run, holder), "import.rollback");
  }

  /** The run was taken back as far as it could be. */
  @Requires(MANAGE_MIGRATIONS)
  public void rolledBack(Claim claim) {
    if (!runs.end(claim, RunStatus.ROLLED_BACK, null)) {
      throw new Conflict(ChunkIntake.HALTED);
    }
    told(claim.run(), "import.rolled-back");
  }

  /** Runs whose job has not been heard of for half a minute, in every clinic. */
  @Requires(MANAGE_MIGRATIONS)
  public List<LeftBehind> leftBehind() {
    return runs.leftBehind();
  }

  /** Takes over a run that was left behind, unless it failed to get on too often. */
  @Requires(MANAGE_MIGRATIONS)
  public Optional<Reclaimed> reclaim(UUID run) {
    if (runs.giveUp(run, MOST_ATTEMPTS) == 1) {
      told(run, "import.fail");
      return Optional.empty();
    }
    var rollback =
        runs.find(run).filter(found -> found.status() == RunStatus.ROLLING_BACK).isPresent();
    return runs.reclaim(run, Ids.next(), MOST_ATTEMPTS)
        .map(claim -> new Reclaimed(claim, rollback));
  }

  /** A run taken over, and which of the two jobs is to go on. */
  public record Reclaimed(Claim claim, boolean rollback) {}

  private Claim taken(UUID run, java.util.function.Predicate<UUID> take, String deed) {
    var holder = Ids.next();
    if (!oneOf(() -> take.test(holder))) {
      throw new Conflict("import-not-halted");
    }
    told(run, deed);
    var found = runs.find(run).orElseThrow();
    return new Claim(run, holder, found.clinic(), found.dryRun());
  }

  private static boolean oneOf(java.util.function.BooleanSupplier work) {
    try {
      return work.getAsBoolean();
    } catch (StoreException refused) {
      throw StoreException.constraintOf(refused)
          .filter(ONE::equals)
          .<RuntimeException>map(held -> new Conflict("import-running"))
          .orElse(refused);
    }
  }

  private void end(Claim claim, RunStatus status, String failure) {
    if (!runs.end(claim, status, failure)) {
      throw new Conflict(ChunkIntake.HALTED);
    }
    told(claim.run(), status == RunStatus.COMPLETED ? "import.complete" : "import.fail");
  }

  private void told(UUID run, String deed) {
    audit.wrote(deed, "import_run", run);
    live.publish("migrations", "import_run", run);
  }
}
