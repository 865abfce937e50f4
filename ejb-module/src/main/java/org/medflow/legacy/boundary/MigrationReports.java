package org.medflow.legacy.boundary;

import static org.medflow.platform.security.Permission.MANAGE_MIGRATIONS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.medflow.clinic.boundary.ClinicDirectory;
import org.medflow.legacy.control.ImportProgressQuery;
import org.medflow.legacy.control.ImportProgressQuery.Progress;
import org.medflow.legacy.control.ImportRowQuery;
import org.medflow.legacy.control.ImportRunQuery;
import org.medflow.legacy.control.ImportRunQuery.Run;
import org.medflow.legacy.control.Reconciliation;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Requires;

/** What runs of the actor's clinics did, while they go on and afterwards. */
@Stateless
public class MigrationReports {

  @Inject ImportRunQuery runs;
  @Inject ImportProgressQuery progress;
  @Inject ImportRowQuery rows;
  @Inject Reconciliation reconciliation;
  @Inject ClinicDirectory clinics;

  @Requires(MANAGE_MIGRATIONS)
  public ImportRunView run(UUID run) {
    return view(found(run));
  }

  @Requires(MANAGE_MIGRATIONS)
  public List<ImportRunView> recent(int most) {
    return runs.recent(most).stream().map(this::view).toList();
  }

  @Requires(MANAGE_MIGRATIONS)
  public ImportReport report(UUID run) {
    return reconciliation.of(found(run));
  }

  @Requires(MANAGE_MIGRATIONS)
  public String csv(UUID run) {
    return reconciliation.csv(reconciliation.of(found(run)));
  }

  private ImportRunView view(Run run) {
    return new ImportRunView(
        run.id(),
        run.source(),
        run.system(),
        clinics.get(run.clinic()).code(),
        run.dryRun(),
        run.status().name(),
        run.startedAt(),
        run.endedAt(),
        run.failure(),
        run.undone(),
        run.kept(),
        rows.open(run.id()),
        progress.of(run.id()).stream().map(MigrationReports::stage).toList());
  }

  private static ImportRunView.Stage stage(Progress at) {
    return new ImportRunView.Stage(
        at.table().title(),
        at.target(),
        at.state(),
        at.expected(),
        at.mark(),
        at.perSecond(),
        at.counts());
  }

  private Run found(UUID run) {
    return runs.find(run).orElseThrow(() -> new NotFound("not-found"));
  }
}
