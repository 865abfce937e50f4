package org.medflow.scheduling.gateway;

import static org.medflow.platform.security.Permission.OPERATE_SYSTEM;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.scheduling.boundary.WaitingList;

/**
 * Looks three times a minute whether an offer or a wish is over, clinic by clinic. On every node:
 * the rows are the lease, and what one node holds another skips.
 */
@Singleton
@Startup
@DependsOn("StartupGate")
@TransactionManagement(TransactionManagementType.BEAN)
public class WaitingLapse {

  @Inject WaitingList waiting;

  @Schedule(hour = "*", minute = "*", second = "5/20", persistent = false)
  void lapse() {
    var system = Actor.system(OPERATE_SYSTEM);
    Actors.as(system, waiting::due)
        .forEach(clinic -> Actors.run(system.within(clinic), waiting::lapse));
  }
}
