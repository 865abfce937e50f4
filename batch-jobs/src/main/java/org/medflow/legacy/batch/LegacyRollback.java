package org.medflow.legacy.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import org.medflow.legacy.boundary.Claim;
import org.medflow.legacy.boundary.ImportLedger;
import org.medflow.legacy.boundary.ImportPlan;
import org.medflow.legacy.boundary.ImportRollback;
import org.medflow.platform.security.Actors;

/** Takes a run back, the last table first, so that nothing is removed that others still need. */
@Named
@Dependent
public class LegacyRollback extends AbstractBatchlet {

  @Inject JobContext context;
  @Inject ImportLedger ledger;
  @Inject ImportRollback rollback;

  @Override
  public String process() {
    var claim = JobClaim.of(context);
    Actors.run(claim.actor(), () -> takeBack(claim));
    return null;
  }

  private void takeBack(Claim claim) {
    var stages = new ArrayList<>(ledger.begin(claim).stages());
    Collections.reverse(stages);
    for (var stage : stages) {
      restored(claim, stage);
      var last = rollback.next(claim, stage, null);
      while (last != null) {
        last = rollback.next(claim, stage, last);
      }
    }
    rollback.close(claim);
    ledger.rolledBack(claim);
  }

  private void restored(Claim claim, ImportPlan.Stage stage) {
    boolean more = true;
    while (more) {
      more = rollback.restore(claim, stage);
    }
  }
}
