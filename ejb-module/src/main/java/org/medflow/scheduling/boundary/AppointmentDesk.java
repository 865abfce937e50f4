package org.medflow.scheduling.boundary;

import static org.medflow.platform.security.Permission.DELETE_APPOINTMENTS;
import static org.medflow.platform.security.Permission.MANAGE_APPOINTMENTS;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.medflow.clinic.boundary.Settings;
import org.medflow.clinic.entity.SettingKey;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.FieldText;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;
import org.medflow.scheduling.control.AppointmentDeeds;
import org.medflow.scheduling.control.BookingRules;
import org.medflow.scheduling.control.CancelPolicy;
import org.medflow.scheduling.control.Placing;
import org.medflow.scheduling.control.Reminders;
import org.medflow.scheduling.control.TypeQuery;
import org.medflow.scheduling.control.WaitingOffers;
import org.medflow.scheduling.entity.Appointment;
import org.medflow.scheduling.entity.AppointmentStatus;
import org.medflow.scheduling.entity.CancelledSide;
import org.medflow.scheduling.entity.Place;
import org.medflow.scheduling.entity.StepKind;

/**
 * What becomes of an appointment before its day: confirmed, moved, called off, not attended. Each
 * call holds the row, and refuses a version that is no longer the present one. A place that becomes
 * free is offered to whoever waits for it.
 */
@Stateless
public class AppointmentDesk {

  private static final int WHY = 300;
  private static final int REASON = 255;
  private static final int NOTE = 4_000;

  @Inject AppointmentDeeds deeds;
  @Inject Placing placing;
  @Inject TypeQuery types;
  @Inject Reminders reminders;
  @Inject WaitingOffers offers;
  @Inject Settings settings;
  @Inject Instance<AppointmentEnding> rooms;
  @Inject Clock clock;

  /** The patient said that she will come; twice is once. */
  @Requires({MANAGE_APPOINTMENTS, DELETE_APPOINTMENTS})
  public AppointmentView confirm(UUID id, Long version) {
    var held = held(id, version);
    if (held.status() != AppointmentStatus.CONFIRMED) {
      deeds.step(held, StepKind.CONFIRMED, Appointment::confirm);
    }
    return AppointmentView.of(held);
  }

  /** Gives it another place, and offers the one that it had. */
  @Requires({MANAGE_APPOINTMENTS, DELETE_APPOINTMENTS})
  public AppointmentView move(UUID id, Long version, MoveAppointment asked) {
    if (asked == null) {
      throw Invalid.field("start", "required");
    }
    var held = held(id, version);
    if (!held.status().movable()) {
      throw new Conflict("appointment-state", Map.of("status", held.status().name()));
    }
    var fields = new FieldText();
    var why = fields.line("reason", asked.reason(), WHY);
    var declared = BookingRules.declared(asked.overbook(), fields);
    var type = types.byCode(held.wanted().type()).orElseThrow();
    var was = held.place();
    var to = place(was, asked, fields);
    BookingRules.time(to.startsAt(), type, held.wanted().priority(), clock.instant(), fields);
    placing.know(to, fields);
    fields.check();
    Booking.may(declared);
    var overbooking = placing.settle(new Placing.Asked(to, type, declared, id));
    deeds.step(held, StepKind.MOVED, why, (it, now) -> it.move(to, overbooking, now));
    reminders.plan(held);
    offers.taken(to);
    freed(was);
    return AppointmentView.of(held);
  }

  /** Calls it off; what that costs is the clinic's policy. */
  @Requires({MANAGE_APPOINTMENTS, DELETE_APPOINTMENTS})
  public AppointmentView cancel(UUID id, Long version, CancelAppointment asked) {
    var wish = asked == null ? new CancelAppointment(null, null, null) : asked;
    var fields = new FieldText();
    var why = fields.line("reason", wish.reason(), WHY);
    fields.check();
    var held = held(id, version);
    var side = wish.side() == null ? CancelledSide.PATIENT : wish.side();
    var terms =
        new CancelPolicy.Terms(
            why, Boolean.TRUE.equals(wish.waiveFee()), Actors.current().may(DELETE_APPOINTMENTS));
    int fee = policy().fee(asked(held, side), terms, clock.instant());
    deeds.step(held, StepKind.CANCELLED, why, (it, now) -> it.cancel(side, why, fee, now));
    ended(held, why);
    freed(held.place());
    return AppointmentView.of(held);
  }

  /** What calling it off now would cost, as a percentage of the fee. */
  @Requires({MANAGE_APPOINTMENTS, DELETE_APPOINTMENTS})
  public int feeNow(UUID id) {
    return policy().due(asked(deeds.hold(id), CancelledSide.PATIENT), clock.instant());
  }

  /** Nobody came; only after it was to begin. */
  @Requires({MANAGE_APPOINTMENTS, DELETE_APPOINTMENTS})
  public AppointmentView noShow(UUID id, Long version) {
    var held = held(id, version);
    if (held.status().planned() && held.place().startsAt().isAfter(clock.instant())) {
      throw new Conflict("appointment-ahead");
    }
    deeds.step(held, StepKind.NO_SHOW, Appointment::miss);
    ended(held, null);
    return AppointmentView.of(held);
  }

  /** Says something else of it; neither when nor where. */
  @Requires({MANAGE_APPOINTMENTS, DELETE_APPOINTMENTS})
  public AppointmentView amend(UUID id, long version, AmendAppointment change) {
    var held = held(id, version);
    if (change == null) {
      return AppointmentView.of(held);
    }
    var fields = new FieldText();
    var now = held.wanted();
    var reason =
        change.reason() == null ? now.reason() : fields.line("reason", change.reason(), REASON);
    var note = change.note() == null ? now.note() : fields.line("note", change.note(), NOTE);
    fields.check();
    var hurry = change.priority() == null ? now.priority() : change.priority();
    deeds.step(held, StepKind.AMENDED, (it, at) -> it.describe(hurry, reason, note, at));
    return AppointmentView.of(held);
  }

  private Appointment held(UUID id, Long version) {
    var held = deeds.hold(id);
    if (version != null && held.version() != version) {
      throw new Conflict("stale-version", Map.of("version", held.version()));
    }
    return held;
  }

  private static Place place(Place was, MoveAppointment asked, FieldText fields) {
    var usual = (int) Duration.between(was.startsAt(), was.endsAt()).toMinutes();
    int minutes = BookingRules.minutes(asked.minutes(), usual, fields);
    var start = asked.start() == null ? was.startsAt() : asked.start();
    return Place.with(
        start,
        start.plus(Duration.ofMinutes(minutes)),
        asked.providerId() == null ? was.provider() : asked.providerId(),
        asked.roomId() == null ? was.room() : asked.roomId(),
        asked.equipmentId() == null ? was.equipment() : asked.equipmentId());
  }

  private static CancelPolicy.Asked asked(Appointment it, CancelledSide side) {
    return new CancelPolicy.Asked(it.status(), it.place().startsAt(), it.wanted().priority(), side);
  }

  private CancelPolicy policy() {
    return new CancelPolicy(
        settings.number(SettingKey.CANCEL_FREE_HOURS),
        settings.number(SettingKey.CANCEL_LATE_PERCENT),
        settings.number(SettingKey.CANCEL_SHORT_HOURS),
        settings.number(SettingKey.CANCEL_SHORT_PERCENT));
  }

  private void ended(Appointment it, String why) {
    reminders.withdraw(it.id());
    rooms.forEach(room -> room.ended(it.id(), it.status(), why));
  }

  private void freed(Place place) {
    Instant now = clock.instant();
    if (place.provider() != null && place.startsAt().isAfter(now)) {
      offers.freed(new WaitingOffers.Slot(place.startsAt(), place.endsAt(), place.provider()));
    }
  }
}
