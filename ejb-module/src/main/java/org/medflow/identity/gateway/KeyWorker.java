package org.medflow.identity.gateway;

import static org.medflow.platform.security.Permission.OPERATE_SYSTEM;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.medflow.identity.boundary.DataKeys;
import org.medflow.platform.Ids;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;

/**
 * Goes on with a re-encryption that somebody asked for, some batches every two seconds. Every node
 * tries; the lease lets one at a time, and another takes over when it dies (KeyRotationIT).
 */
@Singleton
@Startup
@DependsOn("StartupGate")
@TransactionManagement(TransactionManagementType.BEAN)
public class KeyWorker {

  private static final int STEPS = 40;

  private final String holder = Ids.next().toString();

  @Inject DataKeys keys;

  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  void round() {
    Actors.run(Actor.system(OPERATE_SYSTEM), this::steps);
  }

  /** Once a day, when few work. */
  @Schedule(hour = "3", minute = "17", persistent = false)
  void recount() {
    Actors.run(Actor.system(OPERATE_SYSTEM), () -> keys.recount(holder));
  }

  private void steps() {
    int done = 0;
    while (done < STEPS && keys.step(holder)) {
      done++;
    }
  }
}
