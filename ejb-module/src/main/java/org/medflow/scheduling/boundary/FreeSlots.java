package org.medflow.scheduling.boundary;

import static org.medflow.platform.security.Permission.MANAGE_APPOINTMENTS;
import static org.medflow.platform.security.Permission.VIEW_APPOINTMENTS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.medflow.clinic.boundary.ClinicDays;
import org.medflow.identity.boundary.StaffDirectory;
import org.medflow.platform.error.FieldText;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;
import org.medflow.scheduling.control.DayHours;
import org.medflow.scheduling.control.DaySlots;
import org.medflow.scheduling.control.HoursQuery.Whose;
import org.medflow.scheduling.control.PlaceQuery;
import org.medflow.scheduling.control.PlaceQuery.Period;
import org.medflow.scheduling.control.ProviderHours;
import org.medflow.scheduling.control.TypeQuery;

/** Looks for times that can be booked: inside the hours, apart from others, not on a full day. */
@Stateless
public class FreeSlots {

  private static final UUID NONE = new UUID(0, 0);
  private static final int USUAL_DAYS = 7;
  private static final int MOST_DAYS = 31;

  @Inject ProviderHours hours;
  @Inject PlaceQuery places;
  @Inject TypeQuery types;
  @Inject StaffDirectory staff;
  @Inject ClinicDays days;
  @Inject Clock clock;

  /** In the order of time. */
  @Requires({VIEW_APPOINTMENTS, MANAGE_APPOINTMENTS})
  public List<SlotView> find(SlotSearch asked) {
    var type = check(asked);
    var today = days.today(Actors.current());
    var from = asked.from() == null || asked.from().isBefore(today) ? today : asked.from();
    int count = asked.days() == null ? USUAL_DAYS : asked.days();
    var last = today.plusDays(type.aheadDays());
    var whose = new Whose(Actors.current().clinic(), asked.providerId());
    var said = hours.said(whose, from, from.plusDays(count));
    return IntStream.range(0, count)
        .mapToObj(from::plusDays)
        .filter(day -> !day.isAfter(last))
        .flatMap(day -> ofDay(day, said, type, whose))
        .toList();
  }

  private Stream<SlotView> ofDay(
      LocalDate day, DayHours.Said said, AppointmentTypeView type, Whose whose) {
    var zone = days.zone(Actors.current());
    var period =
        new Period(
            day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
    var limit = hours.limit(whose);
    if (places.ofProvider(whose.clinic(), whose.provider(), period, NONE) >= limit.maxPerDay()) {
      return Stream.empty();
    }
    if (type.maxPerDay() != null
        && places.ofType(whose.clinic(), type.code(), period, NONE) >= type.maxPerDay()) {
      return Stream.empty();
    }
    int minutes = ProviderHours.minutes(limit).getOrDefault(type.code(), type.minutes());
    var notBefore = clock.instant().plus(Duration.ofHours(type.noticeHours()));
    var open = ProviderHours.open(day, DayHours.of(day, said), zone);
    var asked = new DaySlots.Asked(minutes, type.buffer(), notBefore);
    return DaySlots.of(open, places.busy(whose.provider(), period), asked).stream()
        .map(
            start ->
                new SlotView(start, start.plus(Duration.ofMinutes(minutes)), whose.provider()));
  }

  private AppointmentTypeView check(SlotSearch asked) {
    var fields = new FieldText();
    if (asked.providerId() == null) {
      fields.refuse("providerId", "required");
    } else if (staff.clinical().stream().noneMatch(one -> one.id().equals(asked.providerId()))) {
      fields.refuse("providerId", "unknown-provider");
    }
    if (asked.days() != null && (asked.days() < 1 || asked.days() > MOST_DAYS)) {
      fields.refuse("days", "days-out-of-range");
    }
    var code = fields.required("typeCode", asked.typeCode(), 40);
    var type = code == null ? null : types.byCode(code).orElse(null);
    if (code != null && type == null) {
      fields.refuse("typeCode", "unknown-type");
    }
    fields.check();
    return type;
  }
}
