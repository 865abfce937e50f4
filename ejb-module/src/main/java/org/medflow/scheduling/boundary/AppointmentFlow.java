package org.medflow.scheduling.boundary;

import static org.medflow.platform.security.Permission.CHECK_IN_PATIENTS;
import static org.medflow.platform.security.Permission.MANAGE_APPOINTMENTS;
import static org.medflow.platform.security.Permission.MANAGE_MEDICAL_RECORDS;
import static org.medflow.platform.security.Permission.MANAGE_QUEUE;
import static org.medflow.platform.security.Permission.OPERATE_SYSTEM;
import static org.medflow.platform.security.Permission.PERFORM_EYE_EXAMS;
import static org.medflow.platform.security.Permission.UPDATE_VITALS;
import static org.medflow.platform.security.Permission.VIEW_APPOINTMENTS;
import static org.medflow.platform.security.Permission.VIEW_QUEUE;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.medflow.clinic.boundary.ClinicDays;
import org.medflow.platform.Ids;
import org.medflow.platform.error.FieldText;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;
import org.medflow.scheduling.control.AppointmentDeeds;
import org.medflow.scheduling.control.AppointmentNumbers;
import org.medflow.scheduling.control.AppointmentRepository;
import org.medflow.scheduling.control.KnownPatientQuery;
import org.medflow.scheduling.control.TypeQuery;
import org.medflow.scheduling.entity.Appointment;
import org.medflow.scheduling.entity.AppointmentStatus;
import org.medflow.scheduling.entity.BookingSource;
import org.medflow.scheduling.entity.CancelledSide;
import org.medflow.scheduling.entity.Place;
import org.medflow.scheduling.entity.Priority;
import org.medflow.scheduling.entity.StepKind;

/**
 * How an appointment goes on the day itself: the rooms of the queue and of the visit call this
 * inside their own transaction. Each step holds the row first; what was done already is done once.
 */
@Stateless
public class AppointmentFlow {

  private static final int REASON = 255;
  private static final int WHY = 300;

  @Inject AppointmentDeeds deeds;
  @Inject AppointmentRepository appointments;
  @Inject AppointmentNumbers numbers;
  @Inject KnownPatientQuery patients;
  @Inject TypeQuery types;
  @Inject ClinicDays days;
  @Inject Clock clock;

  @Requires({VIEW_APPOINTMENTS, VIEW_QUEUE, CHECK_IN_PATIENTS, MANAGE_QUEUE, OPERATE_SYSTEM})
  public AppointmentView get(UUID id) {
    return appointments
        .byId(id)
        .map(AppointmentView::of)
        .orElseThrow(() -> new NotFound("not-found"));
  }

  /** The person is here; twice is once. */
  @Requires({CHECK_IN_PATIENTS, MANAGE_QUEUE, MANAGE_APPOINTMENTS})
  public AppointmentView arrive(UUID id) {
    var held = deeds.hold(id);
    if (held.status() != AppointmentStatus.CHECKED_IN) {
      deeds.step(held, StepKind.ARRIVED, Appointment::arrive);
    }
    return AppointmentView.of(held);
  }

  /** She is not here after all: confirmed again. */
  @Requires({CHECK_IN_PATIENTS, MANAGE_QUEUE, MANAGE_APPOINTMENTS})
  public AppointmentView undoArrival(UUID id) {
    var held = deeds.hold(id);
    if (held.status() != AppointmentStatus.CONFIRMED) {
      deeds.step(held, StepKind.ARRIVAL_UNDONE, Appointment::undoArrival);
    }
    return AppointmentView.of(held);
  }

  /** Somebody came without an appointment: one that begins now, arrived, and collides with none. */
  @Requires({CHECK_IN_PATIENTS, MANAGE_QUEUE, MANAGE_APPOINTMENTS})
  public AppointmentView walkIn(WalkIn command) {
    if (command == null) {
      throw Invalid.field("patientId", "required");
    }
    var fields = new FieldText();
    var reason = fields.line("reason", command.reason(), REASON);
    var code = fields.required("typeCode", command.typeCode(), 40);
    fields.check();
    patients.require(command.patientId());
    var type = types.byCode(code).orElseThrow(() -> Invalid.field("typeCode", "unknown-type"));
    var actor = Actors.current();
    var now = clock.instant();
    var end = now.plus(Duration.ofMinutes(type.minutes()));
    var wanted =
        new Appointment.Wanted(
            command.patientId(),
            Place.at(now, end, command.providerId()),
            type.code(),
            command.priority() == null ? Priority.NORMAL : command.priority(),
            reason,
            null,
            BookingSource.WALK_IN,
            null,
            null);
    var number = numbers.take(days.today(actor));
    var label = new Appointment.Label(Ids.next(), actor.clinic(), number, actor.id());
    var made = deeds.add(Appointment.book(label, wanted, now), reason);
    return AppointmentView.of(deeds.step(made, StepKind.ARRIVED, Appointment::arrive));
  }

  /**
   * She is being seen; twice is once.
   *
   * @param provider by whom, null for whoever was planned
   * @param room where, null when nobody says
   */
  @Requires({
    VIEW_QUEUE,
    CHECK_IN_PATIENTS,
    MANAGE_QUEUE,
    MANAGE_APPOINTMENTS,
    UPDATE_VITALS,
    MANAGE_MEDICAL_RECORDS,
    PERFORM_EYE_EXAMS
  })
  public AppointmentView start(UUID id, UUID provider, UUID room) {
    var held = deeds.hold(id);
    if (held.status() != AppointmentStatus.IN_PROGRESS) {
      deeds.step(held, StepKind.STARTED, (it, now) -> it.start(provider, room, now));
    }
    return AppointmentView.of(held);
  }

  /** It is over; twice is once. */
  @Requires({
    CHECK_IN_PATIENTS,
    MANAGE_QUEUE,
    MANAGE_APPOINTMENTS,
    UPDATE_VITALS,
    MANAGE_MEDICAL_RECORDS,
    PERFORM_EYE_EXAMS,
    OPERATE_SYSTEM
  })
  public AppointmentView complete(UUID id) {
    var held = deeds.hold(id);
    if (held.status() != AppointmentStatus.COMPLETED) {
      deeds.step(held, StepKind.COMPLETED, Appointment::complete);
    }
    return AppointmentView.of(held);
  }

  /** Nobody came, or she left before she was seen; twice is once. */
  @Requires({CHECK_IN_PATIENTS, MANAGE_QUEUE, MANAGE_APPOINTMENTS, OPERATE_SYSTEM})
  public AppointmentView missed(UUID id) {
    var held = deeds.hold(id);
    if (held.status() != AppointmentStatus.NO_SHOW) {
      deeds.step(held, StepKind.NO_SHOW, Appointment::miss);
    }
    return AppointmentView.of(held);
  }

  /** Called off on the day, by the clinic: nothing is due for it. Twice is once. */
  @Requires({
    CHECK_IN_PATIENTS,
    MANAGE_QUEUE,
    MANAGE_APPOINTMENTS,
    MANAGE_MEDICAL_RECORDS,
    OPERATE_SYSTEM
  })
  public AppointmentView cancel(UUID id, String reason) {
    var fields = new FieldText();
    var why = fields.line("reason", reason, WHY);
    fields.check();
    var held = deeds.hold(id);
    if (held.status() != AppointmentStatus.CANCELLED) {
      deeds.step(
          held,
          StepKind.CANCELLED,
          why,
          (it, now) -> it.cancel(CancelledSide.CLINIC, why, null, now));
    }
    return AppointmentView.of(held);
  }
}
