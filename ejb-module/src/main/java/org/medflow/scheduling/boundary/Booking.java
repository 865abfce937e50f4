package org.medflow.scheduling.boundary;

import static org.medflow.platform.security.Permission.DELETE_APPOINTMENTS;
import static org.medflow.platform.security.Permission.MANAGE_APPOINTMENTS;
import static org.medflow.platform.security.Permission.MANAGE_MEDICAL_RECORDS;
import static org.medflow.platform.security.Permission.PERFORM_EYE_EXAMS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.medflow.platform.Ids;
import org.medflow.platform.error.FieldText;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.idempotency.Idempotency;
import org.medflow.platform.idempotency.IdempotencyKey;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;
import org.medflow.scheduling.control.AppointmentDeeds;
import org.medflow.scheduling.control.AppointmentRepository;
import org.medflow.scheduling.control.BookingRules;
import org.medflow.scheduling.control.HoursQuery;
import org.medflow.scheduling.control.KnownPatientQuery;
import org.medflow.scheduling.control.Placing;
import org.medflow.scheduling.control.ProviderHours;
import org.medflow.scheduling.control.Reminders;
import org.medflow.scheduling.control.TypeQuery;
import org.medflow.scheduling.control.WaitingOffers;
import org.medflow.scheduling.entity.Appointment;
import org.medflow.scheduling.entity.BookingSource;
import org.medflow.scheduling.entity.Place;
import org.medflow.scheduling.entity.Priority;

/**
 * One booking as one transaction: the key claimed first, the wish checked, whoever wants the same
 * place made to wait, then the row written; the exclusion constraints have the last word.
 */
@Stateless
public class Booking {

  private static final int REASON = 255;
  private static final int NOTE = 4_000;

  @Inject Idempotency idempotency;
  @Inject AppointmentDeeds deeds;
  @Inject AppointmentRepository appointments;
  @Inject KnownPatientQuery patients;
  @Inject TypeQuery types;
  @Inject Placing placing;
  @Inject ProviderHours hours;
  @Inject Reminders reminders;
  @Inject WaitingOffers offers;
  @Inject Clock clock;

  /** What is not the caller's to say: the number, and what it belongs to. */
  record Label(String number, UUID series, BookingSource source) {}

  @Requires({MANAGE_APPOINTMENTS, DELETE_APPOINTMENTS})
  public AppointmentView book(BookAppointment asked, IdempotencyKey key, String number) {
    return booked(asked, key, new Label(number, null, null));
  }

  /** One of several that belong together. */
  @Requires({MANAGE_APPOINTMENTS, DELETE_APPOINTMENTS})
  public AppointmentView again(
      BookAppointment asked, IdempotencyKey key, String number, UUID series) {
    return booked(asked, key, new Label(number, series, BookingSource.RECURRING));
  }

  /** What somebody waited for. */
  @Requires({MANAGE_APPOINTMENTS, DELETE_APPOINTMENTS})
  public AppointmentView waited(BookAppointment asked, String number) {
    return booked(asked, null, new Label(number, null, BookingSource.WAITING_LIST));
  }

  private AppointmentView booked(BookAppointment asked, IdempotencyKey key, Label label) {
    return idempotency.once(key, () -> made(asked, label), AppointmentView::id, this::earlier);
  }

  private AppointmentView earlier(UUID id) {
    return AppointmentView.of(appointments.byId(id).orElseThrow());
  }

  private AppointmentView made(BookAppointment asked, Label label) {
    var fields = new FieldText();
    var reason = fields.line("reason", asked.reason(), REASON);
    var note = fields.line("note", asked.note(), NOTE);
    var declared = BookingRules.declared(asked.overbook(), fields);
    var type = type(asked.typeCode(), fields);
    var hurry = asked.priority() == null ? Priority.NORMAL : asked.priority();
    var place = type == null ? null : place(asked, type, fields);
    if (place != null) {
      BookingRules.time(place.startsAt(), type, hurry, clock.instant(), fields);
      placing.know(place, fields);
    }
    source(asked.source(), fields);
    fields.check();
    patients.require(asked.patientId());
    may(declared);
    var overbooking = placing.settle(new Placing.Asked(place, type, declared, null));
    var source = label.source() == null ? asked.source() : label.source();
    var wanted =
        new Appointment.Wanted(
            asked.patientId(),
            place,
            type.code(),
            hurry,
            reason,
            note,
            source == null ? BookingSource.DESK : source,
            label.series(),
            overbooking);
    return AppointmentView.of(written(wanted, label.number()));
  }

  private Appointment written(Appointment.Wanted wanted, String number) {
    var actor = Actors.current();
    var label = new Appointment.Label(Ids.next(), actor.clinic(), number, actor.id());
    var declared = wanted.overbooking();
    var made =
        deeds.add(
            Appointment.book(label, wanted, clock.instant()),
            declared == null ? null : declared.reason());
    reminders.plan(made);
    offers.taken(made.place());
    return made;
  }

  private AppointmentTypeView type(String code, FieldText fields) {
    var named = fields.required("typeCode", code, 40);
    if (named == null) {
      return null;
    }
    var type = types.byCode(named).orElse(null);
    if (type == null) {
      fields.refuse("typeCode", "unknown-type");
    } else if (!type.active()) {
      fields.refuse("typeCode", "type-inactive");
    }
    return type;
  }

  private Place place(BookAppointment asked, AppointmentTypeView type, FieldText fields) {
    if (asked.patientId() == null) {
      fields.refuse("patientId", "required");
    }
    if (asked.providerId() == null && asked.roomId() == null && asked.equipmentId() == null) {
      fields.refuse("providerId", "required");
    }
    int minutes = BookingRules.minutes(asked.minutes(), usual(asked, type), fields);
    if (asked.start() == null) {
      fields.refuse("start", "required");
      return null;
    }
    return Place.with(
        asked.start(),
        asked.start().plus(Duration.ofMinutes(minutes)),
        asked.providerId(),
        asked.roomId(),
        asked.equipmentId());
  }

  private int usual(BookAppointment asked, AppointmentTypeView type) {
    if (asked.providerId() == null) {
      return type.minutes();
    }
    var whose = new HoursQuery.Whose(Actors.current().clinic(), asked.providerId());
    return ProviderHours.minutes(hours.limit(whose)).getOrDefault(type.code(), type.minutes());
  }

  private static void source(BookingSource source, FieldText fields) {
    if (source == BookingSource.WALK_IN
        || source == BookingSource.RECURRING
        || source == BookingSource.WAITING_LIST
        || source == BookingSource.LEGACY) {
      fields.refuse("source", "bad-format");
    }
  }

  /** Overbooking is for those who see the patients, and for whoever answers for the agenda. */
  static void may(String declared) {
    if (declared != null && !mayOverbook(Actors.current())) {
      throw new Forbidden("overbook-forbidden");
    }
  }

  static boolean mayOverbook(Actor actor) {
    return actor.may(MANAGE_MEDICAL_RECORDS)
        || actor.may(PERFORM_EYE_EXAMS)
        || actor.may(DELETE_APPOINTMENTS);
  }

  static BookAppointment given(BookAppointment asked) {
    if (asked == null) {
      throw Invalid.field("patientId", "required");
    }
    return asked;
  }
}
