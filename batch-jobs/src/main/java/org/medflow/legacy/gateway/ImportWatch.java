package org.medflow.legacy.gateway;

import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import org.medflow.legacy.boundary.ImportLedger;
import org.medflow.legacy.control.ImportJobs;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Permission;

/**
 * Goes on with runs whose job died, on this server or another, after half a minute of silence. The
 * run's row decides who takes it over (ImportFaultIT).
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class ImportWatch {

  private static final System.Logger LOG = System.getLogger(ImportWatch.class.getName());

  @Inject ImportLedger ledger;
  @EJB ImportJobs jobs;

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void round() {
    var watch = Actor.system(Permission.MANAGE_MIGRATIONS);
    for (var left : Actors.as(watch, ledger::leftBehind)) {
      Actors.as(watch.within(left.clinic()), () -> ledger.reclaim(left.run()))
          .ifPresent(
              taken -> {
                LOG.log(Level.INFO, "going on with import run {0}", taken.claim().run());
                jobs.launch(taken.claim(), taken.rollback());
              });
    }
  }
}
