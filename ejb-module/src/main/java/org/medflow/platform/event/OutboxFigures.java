package org.medflow.platform.event;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** How many messages wait, and how many gave up and wait for a person. */
@Singleton
@Startup
@Lock(LockType.READ)
@DependsOn("StartupGate")
public class OutboxFigures {

  @Inject OutboxQuery outbox;
  @Inject MetricRegistry metrics;

  @PostConstruct
  void register() {
    metrics.gauge("medflow_outbox_parked", outbox::parked);
    metrics.gauge("medflow_outbox_waiting", outbox::waiting);
  }
}
