package org.medflow.legacy.batch;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import org.medflow.legacy.boundary.Claim;
import org.medflow.legacy.boundary.ImportJob;
import org.medflow.legacy.boundary.ImportLedger;
import org.medflow.platform.security.Actors;

/**
 * Reads an LV_Patients export from the watermark of its run. The batch container's own checkpoint
 * is not looked at: it is saved before the commit and may be ahead of it. A file that is not the
 * one the run was started on ends the run.
 */
@Named
@Dependent
public class LegacyPatientReader extends AbstractItemReader {

  @Inject JobContext context;
  @Inject ImportLedger ledger;

  private LvFile file;
  private long lastLine;

  @Override
  public void open(Serializable checkpoint) throws IOException {
    var claim = JobClaim.of(context);
    var job = Actors.as(JobClaim.actor(claim), () -> ledger.begin(claim));
    var path = Path.of(job.path());
    lastLine = job.lastLine();
    if (!unchanged(job, path)) {
      fail(claim);
      throw new IOException("the export was changed or removed during run " + claim.run());
    }
    file = LvFile.open(path);
  }

  @Override
  public Object readItem() throws IOException {
    var next = file.next();
    while (next.isPresent() && next.get().line() <= lastLine) {
      next = file.next();
    }
    return next.<Object>map(record -> new LegacyPatientItem(file, record)).orElse(null);
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }

  private void fail(Claim claim) {
    Actors.run(JobClaim.actor(claim), () -> ledger.fail(claim, "source-changed"));
  }

  private static boolean unchanged(ImportJob job, Path path) {
    try {
      return job.reads(LvFile.hash(path));
    } catch (IOException gone) {
      return false;
    }
  }
}
