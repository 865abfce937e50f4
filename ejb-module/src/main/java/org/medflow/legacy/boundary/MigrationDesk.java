package org.medflow.legacy.boundary;

import static org.medflow.platform.security.Permission.MANAGE_MIGRATIONS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.medflow.clinic.boundary.ClinicDirectory;
import org.medflow.legacy.control.ImportJobs;
import org.medflow.legacy.control.ImportRunQuery;
import org.medflow.legacy.control.ImportTargets;
import org.medflow.legacy.control.SourceReport;
import org.medflow.legacy.entity.RunStatus;
import org.medflow.platform.error.FieldError;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;

/**
 * Brings an older system in, for the person who orders it: looks at the source, opens a run in one
 * clinic and starts its job once the run is committed; halts it, goes on, takes it back; tells how
 * far it is. The launcher, which has no clinic, acts in the clinic of the run.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MigrationDesk {

  private static final int MOST = 50;

  @Inject ImportLedger ledger;
  @Inject MigrationReports reports;
  @Inject ImportRunQuery runs;
  @Inject ImportTargets targets;
  @Inject ClinicDirectory clinics;
  @Inject Instance<ImportJobs> jobs;

  /** What a source holds, without touching it. */
  @Requires(MANAGE_MIGRATIONS)
  public SourceView check(String source) {
    var found = inspect(source);
    var tables =
        found.tables().stream()
            .map(
                one ->
                    new SourceView.Table(
                        one.table().title(),
                        one.rows(),
                        targets.of(one.table()).type(),
                        one.missing()))
            .toList();
    return new SourceView(source, found.system(), found.usable(), tables);
  }

  /** Begins a run; the source is looked at first, so that a wrong one is refused at once. */
  @Requires(MANAGE_MIGRATIONS)
  public ImportRunView start(StartImport command) {
    var clinic =
        clinics
            .byCode(String.valueOf(command.clinic()))
            .filter(found -> mayUse(found.id()))
            .orElseThrow(() -> Invalid.field("clinic", "unknown-clinic"));
    var found = inspect(command.source());
    complete(found);
    return in(
        clinic.id(),
        () -> {
          var claim = ledger.open(command, found);
          launch(claim, false);
          return reports.run(claim.run());
        });
  }

  @Requires(MANAGE_MIGRATIONS)
  public ImportRunView run(UUID run) {
    return in(clinicOf(run), () -> reports.run(run));
  }

  /** The newest runs of the caller's clinics. */
  @Requires(MANAGE_MIGRATIONS)
  public List<ImportRunView> recent(int most) {
    return reports.recent(Math.max(1, Math.min(most, MOST)));
  }

  @Requires(MANAGE_MIGRATIONS)
  public ImportReport report(UUID run) {
    return in(clinicOf(run), () -> reports.report(run));
  }

  /** The report for a spreadsheet. */
  @Requires(MANAGE_MIGRATIONS)
  public String reportCsv(UUID run) {
    return in(clinicOf(run), () -> reports.csv(run));
  }

  /** Halts a run after the chunk that it is at; it keeps its source. */
  @Requires(MANAGE_MIGRATIONS)
  public ImportRunView pause(UUID run) {
    return halted(run, RunStatus.PAUSED);
  }

  /** Gives a run up; its source is free, and what came in stays. */
  @Requires(MANAGE_MIGRATIONS)
  public ImportRunView stop(UUID run) {
    return halted(run, RunStatus.STOPPED);
  }

  /** Goes on with a halted or failed run where it stood. */
  @Requires(MANAGE_MIGRATIONS)
  public ImportRunView resume(UUID run) {
    return again(run, ledger::resume, false);
  }

  /** Takes a run back: what it made is removed, what it changed is as before, unless edited. */
  @Requires(MANAGE_MIGRATIONS)
  public ImportRunView rollBack(UUID run) {
    return again(run, ledger::rollBack, true);
  }

  private ImportRunView halted(UUID run, RunStatus status) {
    return in(
        clinicOf(run),
        () -> {
          ledger.halt(run, status);
          return reports.run(run);
        });
  }

  private ImportRunView again(UUID run, Function<UUID, Claim> take, boolean rollback) {
    return in(
        clinicOf(run),
        () -> {
          launch(take.apply(run), rollback);
          return reports.run(run);
        });
  }

  private SourceReport inspect(String source) {
    try {
      return jobs.get().inspect(source);
    } catch (SourceLost away) {
      throw Invalid.field("source", "source-lost");
    }
  }

  private static void complete(SourceReport found) {
    var missing =
        found.tables().stream()
            .flatMap(
                table ->
                    table.missing().stream()
                        .map(column -> new FieldError(column, "column-missing")))
            .toList();
    if (!missing.isEmpty()) {
      throw new Invalid(missing);
    }
    if (!found.usable()) {
      throw Invalid.field("source", "unknown-source");
    }
  }

  private void launch(Claim claim, boolean rollback) {
    try {
      jobs.get().launch(claim, rollback);
    } catch (RuntimeException refused) {
      ledger.fail(claim, "job-not-started");
      throw refused;
    }
  }

  private UUID clinicOf(UUID run) {
    return runs.clinicOf(run)
        .filter(MigrationDesk::mayUse)
        .orElseThrow(() -> new NotFound("not-found"));
  }

  private static boolean mayUse(UUID clinic) {
    var actor = Actors.current();
    return actor.kind() == Actor.Kind.SYSTEM || actor.clinics().contains(clinic);
  }

  private static <T> T in(UUID clinic, Supplier<T> work) {
    return Actors.as(Actors.current().within(clinic), work);
  }
}
