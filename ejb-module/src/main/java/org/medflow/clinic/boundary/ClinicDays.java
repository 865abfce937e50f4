package org.medflow.clinic.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.medflow.platform.security.Actor;

/** Which day it is in the actor's clinic; a clinic never changes its zone, so zones are kept. */
@ApplicationScoped
public class ClinicDays {

  @Inject ClinicDirectory clinics;
  @Inject Clock clock;

  private final Map<UUID, ZoneId> zones = new ConcurrentHashMap<>();

  public LocalDate today(Actor actor) {
    return LocalDate.ofInstant(clock.instant(), zone(actor));
  }

  /** When today began in the actor's clinic. */
  public Instant morning(Actor actor) {
    return today(actor).atStartOfDay(zone(actor)).toInstant();
  }

  /** The zone in which the days of the actor's clinic begin. */
  public ZoneId zone(Actor actor) {
    return actor.clinics().stream()
        .sorted()
        .findFirst()
        .map(clinic -> zones.computeIfAbsent(clinic, this::read))
        .orElse(ZoneOffset.UTC);
  }

  private ZoneId read(UUID clinic) {
    return ZoneId.of(clinics.get(clinic).timeZone());
  }
}
