package org.medflow.scheduling.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.medflow.clinic.boundary.Settings;
import org.medflow.clinic.entity.SettingKey;
import org.medflow.platform.Ids;
import org.medflow.platform.event.Outbox;
import org.medflow.platform.event.OutboxMessage;
import org.medflow.scheduling.entity.Appointment;

/**
 * Plans the two reminders of an appointment, ids only: one as long before as the clinic says, one
 * two hours before. Each is there once however often it is planned; a move plans them anew, and
 * what is called off is reminded of no more. Who sends them asks for the person's consent then.
 */
@ApplicationScoped
public class Reminders {

  public static final String TYPE = "appointment.reminder";

  private static final String ROOM = "scheduling";
  private static final Duration SHORT = Duration.ofHours(2);

  @Inject Outbox outbox;
  @Inject Settings settings;
  @Inject Clock clock;

  /** Plans what still lies ahead. */
  public void plan(Appointment it) {
    withdraw(it.id());
    if (settings.flag(SettingKey.REMIND) && it.status().planned()) {
      plan(it, "ahead", settings.span(SettingKey.REMIND_AHEAD));
      plan(it, "short", SHORT);
    }
  }

  public void withdraw(UUID appointment) {
    outbox.withdraw(ROOM, key(appointment, "ahead"));
    outbox.withdraw(ROOM, key(appointment, "short"));
  }

  private void plan(Appointment it, String kind, Duration before) {
    var due = it.place().startsAt().minus(before);
    if (due.isAfter(clock.instant())) {
      var json =
          Json.createObjectBuilder()
              .add("appointment", it.id().toString())
              .add("clinic", it.label().clinic().toString())
              .add("kind", kind)
              .build()
              .toString();
      outbox.plan(new OutboxMessage(Ids.next(), ROOM, TYPE, key(it.id(), kind), json, 0), due);
    }
  }

  private static String key(UUID appointment, String kind) {
    return appointment + ":" + kind;
  }
}
