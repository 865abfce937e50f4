package org.medflow.scheduling.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.medflow.platform.event.LiveEvents;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.AuditSink;
import org.medflow.scheduling.entity.Appointment;
import org.medflow.scheduling.entity.Place;
import org.medflow.scheduling.entity.StepKind;

/** One step of an appointment's life: done on the held row, written as history, told to screens. */
@ApplicationScoped
public class AppointmentDeeds {

  public static final String TOPIC = "appointments";
  private static final String ENTITY = "appointment";

  @Inject AppointmentRepository appointments;
  @Inject StepQuery steps;
  @Inject AuditSink audit;
  @Inject LiveEvents live;
  @Inject Clock clock;

  /** Writes a new one down. */
  public Appointment add(Appointment made, String reason) {
    appointments.add(made);
    tell(made, StepKind.BOOKED, null, reason);
    return made;
  }

  public Appointment hold(UUID id) {
    return appointments.hold(id);
  }

  /** Does it now. */
  public Appointment step(Appointment held, StepKind what, BiConsumer<Appointment, Instant> deed) {
    return step(held, what, null, deed);
  }

  /** Does it now, for a reason. */
  public Appointment step(
      Appointment held, StepKind what, String reason, BiConsumer<Appointment, Instant> deed) {
    var was = what == StepKind.MOVED ? held.place() : null;
    deed.accept(held, clock.instant());
    appointments.flush();
    tell(held, what, was, reason);
    return held;
  }

  private void tell(Appointment it, StepKind what, Place was, String reason) {
    var now = clock.instant();
    steps.add(it, new StepQuery.Step(what, Actors.current().id(), now, was, reason));
    var deed = "appointment." + what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    audit.wrote(deed, ENTITY, it.id());
    live.publish(TOPIC, ENTITY, it.id());
  }
}
