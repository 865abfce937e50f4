package org.medflow.legacy.batch;

import jakarta.batch.runtime.context.JobContext;
import java.util.Properties;
import java.util.UUID;
import org.medflow.legacy.boundary.Claim;

/** The claim of a job execution, carried as job parameters. */
public final class JobClaim {

  private static final String RUN = "run";
  private static final String HOLDER = "holder";
  private static final String CLINIC = "clinic";
  private static final String DRY_RUN = "dryRun";

  private JobClaim() {}

  public static Properties parameters(Claim claim) {
    var parameters = new Properties();
    parameters.setProperty(RUN, claim.run().toString());
    parameters.setProperty(HOLDER, claim.holder().toString());
    parameters.setProperty(CLINIC, claim.clinic().toString());
    parameters.setProperty(DRY_RUN, Boolean.toString(claim.dryRun()));
    return parameters;
  }

  static Claim of(JobContext job) {
    var properties = job.getProperties();
    return new Claim(
        UUID.fromString(properties.getProperty(RUN)),
        UUID.fromString(properties.getProperty(HOLDER)),
        UUID.fromString(properties.getProperty(CLINIC)),
        Boolean.parseBoolean(properties.getProperty(DRY_RUN)));
  }
}
