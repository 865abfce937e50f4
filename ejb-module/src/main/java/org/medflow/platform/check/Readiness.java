package org.medflow.platform.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Ready: the start-up checks were passed and the database answers now. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class Readiness implements HealthCheck {

  @Inject DatabasePingQuery database;
  @Inject StartupGate gate;

  @Override
  public HealthCheckResponse call() {
    boolean reachable = reachable();
    return HealthCheckResponse.named("medflow")
        .withData("database", reachable ? "up" : "down")
        .withData("startup", gate.passed() ? "passed" : "refused")
        .status(reachable && gate.passed())
        .build();
  }

  private boolean reachable() {
    try {
      return database.answers();
    } catch (RuntimeException away) {
      return false;
    }
  }
}
