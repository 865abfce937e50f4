package org.medflow.patient.gateway;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.medflow.patient.boundary.EmergencyReview;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Permission;

/**
 * Looks three times a minute whether an emergency is over. On every node: the rows decide, and one
 * that has ended does not end again (BreakGlassIT).
 */
@Singleton
@Startup
@DependsOn("StartupGate")
public class EmergencyLapse {

  @Inject EmergencyReview review;

  @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
  void lapse() {
    Actors.run(Actor.system(Permission.OPERATE_SYSTEM), review::lapse);
  }
}
