package org.medflow.audit.gateway;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.medflow.audit.boundary.AuditChain;

/**
 * Seals the audit rows every two seconds and anchors the chain every quarter of an hour. Several
 * nodes may do it: the database lets one at a time (AuditSealIT).
 */
@Singleton
@Startup
@DependsOn("StartupGate")
@TransactionManagement(TransactionManagementType.BEAN)
public class AuditSealer {

  private static final System.Logger LOG = System.getLogger(AuditSealer.class.getName());
  private static final double ALARM_SECONDS = 60;

  @Inject AuditChain chain;
  @Inject AnchorFile file;
  @Inject MetricRegistry metrics;

  @PostConstruct
  void register() {
    metrics.gauge("medflow_audit_unsealed_seconds", chain::unsealedSeconds);
  }

  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  void seal() {
    chain.seal();
  }

  @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
  void watch() {
    double seconds = chain.unsealedSeconds();
    if (seconds > ALARM_SECONDS) {
      LOG.log(Level.ERROR, "audit rows have not been sealed for {0} s", Math.round(seconds));
    }
  }

  /** An anchor is signed and outside before the database knows it: one too many does no harm. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void anchor() {
    chain
        .due()
        .ifPresent(
            due -> {
              file.add(due.line());
              chain.anchored(due);
            });
  }
}
