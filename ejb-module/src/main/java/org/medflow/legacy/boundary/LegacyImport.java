package org.medflow.legacy.boundary;

import static org.medflow.platform.security.Permission.MANAGE_MIGRATIONS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Supplier;
import org.medflow.clinic.boundary.ClinicDirectory;
import org.medflow.legacy.control.ImportJobs;
import org.medflow.legacy.control.ImportRunQuery;
import org.medflow.platform.Page;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;

/**
 * Brings patients in from an older system, for the person who orders it: looks at the source, opens
 * a run in one clinic and starts its job once the run is committed; then tells how far it is, what
 * became of the rows and which wait for a person. The launcher, which has no clinic, acts in the
 * clinic of the run.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LegacyImport {

  @Inject ImportLedger ledger;
  @Inject ImportReports reports;
  @Inject ImportRunQuery runs;
  @Inject ClinicDirectory clinics;
  @Inject Instance<ImportJobs> jobs;

  /** Begins a run; the source is looked at first, so that a wrong one is refused at once. */
  @Requires(MANAGE_MIGRATIONS)
  public ImportRunView start(StartImport command) {
    var clinic =
        clinics
            .byCode(String.valueOf(command.clinic()))
            .filter(found -> mayUse(found.id()))
            .orElseThrow(() -> Invalid.field("clinic", "unknown-clinic"));
    var file = jobs.get().inspect(command.source());
    return in(
        clinic.id(),
        () -> {
          var claim = ledger.open(command, file);
          launch(claim);
          return reports.run(claim.run());
        });
  }

  @Requires(MANAGE_MIGRATIONS)
  public ImportRunView run(UUID run) {
    return in(clinicOf(run), () -> reports.run(run));
  }

  @Requires(MANAGE_MIGRATIONS)
  public ImportReport report(UUID run) {
    return in(clinicOf(run), () -> reports.report(run));
  }

  /** Rows set aside, in the order of the file; the cursor is the line of the last one shown. */
  @Requires(MANAGE_MIGRATIONS)
  public Page<RejectView> rejects(UUID run, String cursor, int size) {
    return in(clinicOf(run), () -> reports.rejects(run, cursor, size));
  }

  private void launch(Claim claim) {
    try {
      jobs.get().launch(claim);
    } catch (RuntimeException refused) {
      ledger.fail(claim, "job-not-started");
      throw refused;
    }
  }

  private UUID clinicOf(UUID run) {
    return runs.clinicOf(run)
        .filter(LegacyImport::mayUse)
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
