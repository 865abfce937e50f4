package org.medflow.legacy.gateway;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.medflow.legacy.batch.JobClaim;
import org.medflow.legacy.boundary.Claim;
import org.medflow.legacy.boundary.OpenSource;
import org.medflow.legacy.control.ImportJobs;
import org.medflow.legacy.control.SourceReport;
import org.medflow.platform.error.Invalid;

/**
 * Jakarta Batch behind the room's port. It lives beside the job definitions, since the batch
 * container looks for them with the class loader of the caller; it begins no transaction, since a
 * job must not start before its run is committed.
 */
@Singleton
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class BatchImportJobs implements ImportJobs {

  private static final String LOAD = "legacy-import";
  private static final String ROLLBACK = "legacy-rollback";

  @Inject OpenSource sources;

  @Override
  public SourceReport inspect(String source) {
    try (var opened = sources.named(source)) {
      var tables = opened.tables();
      if (tables.isEmpty()) {
        throw Invalid.field("source", "unknown-source");
      }
      var system = tables.get(tables.size() - 1).table().system();
      return new SourceReport(system, opened.fingerprint(), tables);
    }
  }

  @Override
  public void launch(Claim claim, boolean rollback) {
    BatchRuntime.getJobOperator().start(rollback ? ROLLBACK : LOAD, JobClaim.parameters(claim));
  }
}
