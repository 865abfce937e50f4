package org.medflow.platform.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Ready: the start-up checks were passed. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class Readiness implements HealthCheck {

  @Inject StartupGate gate;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("medflow")
        .withData("startup", gate.passed() ? "passed" : "refused")
        .status(gate.passed())
        .build();
  }
}
