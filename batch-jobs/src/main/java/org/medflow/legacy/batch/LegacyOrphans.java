package org.medflow.legacy.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.medflow.legacy.boundary.Claim;
import org.medflow.legacy.boundary.ImportLedger;
import org.medflow.legacy.boundary.ImportPlan;
import org.medflow.legacy.boundary.OrphanCare;
import org.medflow.platform.security.Actors;

/** After patients came in, rows that earlier runs left as orphans may have found theirs. */
@Named
@Dependent
public class LegacyOrphans extends AbstractBatchlet {

  @Inject JobContext context;
  @Inject ImportLedger ledger;
  @Inject OrphanCare orphans;

  @Override
  public String process() {
    var claim = JobClaim.of(context);
    Actors.run(
        claim.actor(),
        () -> {
          if (!claim.dryRun() && patients(ledger.begin(claim))) {
            care(claim);
          }
        });
    return null;
  }

  private void care(Claim claim) {
    UUID after = null;
    List<UUID> some = orphans.open(claim, after);
    while (!some.isEmpty()) {
      for (var orphan : some) {
        Retries.of(() -> orphans.again(claim, orphan));
        after = orphan;
      }
      some = orphans.open(claim, after);
    }
  }

  private static boolean patients(ImportPlan plan) {
    return plan.stages().stream().anyMatch(stage -> stage.table().patients());
  }
}
