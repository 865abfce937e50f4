package org.medflow.legacy.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.medflow.legacy.boundary.ChunkIntake;
import org.medflow.legacy.boundary.Claim;
import org.medflow.legacy.boundary.ImportLedger;
import org.medflow.legacy.boundary.LegacySource;
import org.medflow.legacy.boundary.OpenSource;
import org.medflow.legacy.control.Totals;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.platform.security.Actors;

/**
 * Reads the source once more, counts its rows and adds up its amounts, and ends the run: every row
 * must be accounted for.
 */
@Named
@Dependent
public class LegacyReconciliation extends AbstractBatchlet {

  private static final int SIGN_OF_LIFE = 20_000;

  @Inject JobContext context;
  @Inject ImportLedger ledger;
  @Inject ChunkIntake chunks;
  @Inject OpenSource sources;

  @Override
  public String process() {
    var claim = JobClaim.of(context);
    Actors.run(
        claim.actor(),
        () -> {
          var plan = ledger.begin(claim);
          try (var source = sources.named(plan.source())) {
            plan.stages().forEach(stage -> count(claim, source, stage.table()));
          }
          ledger.finish(claim);
        });
    return null;
  }

  private void count(Claim claim, LegacySource source, LegacyTable table) {
    var totals = new Totals();
    long read = 0;
    try (var rows = source.read(table, null, 0)) {
      for (var row = rows.next(); row.isPresent(); row = rows.next()) {
        totals.add(table, row.get());
        if (++read % SIGN_OF_LIFE == 0) {
          chunks.hold(claim);
        }
      }
    }
    ledger.counted(claim, table, read, totals);
  }
}
