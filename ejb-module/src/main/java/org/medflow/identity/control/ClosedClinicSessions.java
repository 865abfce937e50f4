package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.medflow.clinic.boundary.ClinicClosing;

/** Whoever works in a clinic that is closed is signed out. */
@ApplicationScoped
public class ClosedClinicSessions implements ClinicClosing {

  @Inject SessionQuery sessions;
  @Inject Clock clock;

  @Override
  public void closed(UUID clinic) {
    sessions.endIn(clinic, clock.instant());
  }
}
