package org.medflow.identity.web;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Permission;

/** Which topics a right opens; the client has no say. */
final class LiveTopics {

  private static final Map<Permission, String> OPENED_BY =
      new EnumMap<>(
          Map.of(
              Permission.VIEW_PATIENTS, "patients",
              Permission.VIEW_APPOINTMENTS, "appointments",
              Permission.VIEW_QUEUE, "queue",
              Permission.MANAGE_MIGRATIONS, "migrations",
              Permission.VIEW_MEDICAL_RECORDS, "visits",
              Permission.MANAGE_AUDIT, "emergencies"));

  private LiveTopics() {}

  static Set<String> of(Actor actor) {
    return OPENED_BY.entrySet().stream()
        .filter(topic -> actor.may(topic.getKey()))
        .map(Map.Entry::getValue)
        .collect(Collectors.toSet());
  }
}
