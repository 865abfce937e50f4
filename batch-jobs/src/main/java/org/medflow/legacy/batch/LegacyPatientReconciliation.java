package org.medflow.legacy.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Path;
import org.medflow.legacy.boundary.ImportLedger;
import org.medflow.platform.security.Actors;

/**
 * Counts the rows of the file once more and ends the run: every one of them must be accounted for.
 */
@Named
@Dependent
public class LegacyPatientReconciliation extends AbstractBatchlet {

  @Inject JobContext context;
  @Inject ImportLedger ledger;

  @Override
  public String process() throws IOException {
    var claim = JobClaim.of(context);
    var actor = JobClaim.actor(claim);
    var job = Actors.as(actor, () -> ledger.begin(claim));
    try (var file = LvFile.open(Path.of(job.path()))) {
      long read = file.count();
      Actors.run(actor, () -> ledger.finish(claim, read));
    }
    return null;
  }
}
