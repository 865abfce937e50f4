package org.medflow.visit.gateway;

import static org.medflow.platform.security.Permission.OPERATE_SYSTEM;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.visit.boundary.DayClosing;

/** Looks at every clinic each minute; on every node, since doing it twice changes nothing. */
@Singleton
@Startup
@DependsOn("StartupGate")
public class Evening {

  @Inject DayClosing closing;

  @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
  void look() {
    var system = Actor.system(OPERATE_SYSTEM);
    for (var clinic : Actors.as(system, closing::clinics)) {
      Actors.run(system.within(clinic.id()), closing::look);
    }
  }
}
