package org.medflow.legacy.control;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * How many rows the imports at work have still to read, and for how long one of them stood still.
 */
@Singleton
@Startup
@Lock(LockType.READ)
@DependsOn("StartupGate")
public class ImportLag {

  @Inject ImportRunQuery runs;
  @Inject MetricRegistry metrics;

  @PostConstruct
  void register() {
    metrics.gauge("medflow_import_rows_behind", () -> runs.lag().rows());
    metrics.gauge("medflow_import_seconds_still", () -> runs.lag().seconds());
  }
}
