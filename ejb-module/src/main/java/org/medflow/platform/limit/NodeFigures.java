package org.medflow.platform.limit;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.infinispan.Cache;

/** How many nodes share their caches, as one of them sees it. */
@Singleton
@Startup
@Lock(LockType.READ)
@DependsOn("StartupGate")
public class NodeFigures {

  @Resource(lookup = "java:jboss/infinispan/cache/medflow/limits")
  Cache<String, String> shared;

  @Inject MetricRegistry metrics;

  @PostConstruct
  void register() {
    metrics.gauge("medflow_nodes", this::nodes);
  }

  /** Members of the channel; a single node has opened none. */
  double nodes() {
    var members = shared.getCacheManager().getMembers();
    return members == null ? 1 : members.size();
  }
}
