package org.medflow.scheduling.boundary;

import static org.medflow.platform.security.Permission.MANAGE_APPOINTMENTS;
import static org.medflow.platform.security.Permission.MANAGE_STAFF_SCHEDULES;
import static org.medflow.platform.security.Permission.VIEW_APPOINTMENTS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.clinic.boundary.ClinicDays;
import org.medflow.identity.boundary.StaffDirectory;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.FieldText;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.event.LiveEvents;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;
import org.medflow.scheduling.control.AvailabilityRules;
import org.medflow.scheduling.control.DayHours;
import org.medflow.scheduling.control.HoursQuery;
import org.medflow.scheduling.control.HoursQuery.Whose;
import org.medflow.scheduling.control.ProviderHours;
import org.medflow.scheduling.control.TypeQuery;

/**
 * When the providers of the clinic are there: several shifts and breaks a day, days that are
 * otherwise, how many they see. Appointments that were booked before stay where they are.
 */
@Stateless
public class ProviderSchedules {

  private static final int SHOWN_DAYS = 400;
  private static final String ENTITY = "provider";

  @Inject HoursQuery hours;
  @Inject ProviderHours provided;
  @Inject TypeQuery types;
  @Inject StaffDirectory staff;
  @Inject ClinicDays days;
  @Inject AuditTrail audit;
  @Inject LiveEvents live;
  @Inject Clock clock;

  /** Who can be booked, by name. */
  @Requires({VIEW_APPOINTMENTS, MANAGE_APPOINTMENTS, MANAGE_STAFF_SCHEDULES})
  public List<StaffOption> providers() {
    return staff.clinical().stream()
        .map(member -> new StaffOption(member.id(), member.name()))
        .toList();
  }

  @Requires({VIEW_APPOINTMENTS, MANAGE_APPOINTMENTS, MANAGE_STAFF_SCHEDULES})
  public AvailabilityView get(UUID provider) {
    var whose = whose(provider);
    var limit = provided.limit(whose);
    return new AvailabilityView(
        provider,
        hours.week(whose).stream().map(AvailabilityRules::shown).toList(),
        limit.maxPerDay(),
        ProviderHours.minutes(limit),
        limit.version());
  }

  /** Says the whole week anew, in the version that was seen. */
  @Requires(MANAGE_STAFF_SCHEDULES)
  public AvailabilityView set(UUID provider, long version, SetAvailability asked) {
    if (asked == null) {
      throw Invalid.field("hours", "required");
    }
    var whose = whose(provider);
    var fields = new FieldText();
    var week = AvailabilityRules.week(asked, fields);
    var known = types.all().stream().map(AppointmentTypeView::code).collect(Collectors.toSet());
    var limit = AvailabilityRules.limit(asked, known, version, fields);
    fields.check();
    if (!hours.limit(whose, limit)) {
      throw new Conflict("stale-version", Map.of("version", provided.limit(whose).version()));
    }
    hours.replace(whose, week);
    told("provider.availability", provider);
    return get(provider);
  }

  /** Days that are otherwise, from yesterday on. */
  @Requires({VIEW_APPOINTMENTS, MANAGE_APPOINTMENTS, MANAGE_STAFF_SCHEDULES})
  public List<ExceptionView> exceptions(UUID provider) {
    var today = days.today(Actors.current());
    return hours.exceptions(whose(provider), today.minusDays(1), today.plusDays(SHOWN_DAYS));
  }

  @Requires(MANAGE_STAFF_SCHEDULES)
  public ExceptionView add(UUID provider, AddException asked) {
    if (asked == null) {
      throw Invalid.field("kind", "required");
    }
    var whose = whose(provider);
    var fields = new FieldText();
    var wanted = AvailabilityRules.exception(Ids.next(), asked, fields);
    fields.check();
    hours.add(whose, wanted, Actors.current().id(), clock.instant());
    told("provider.exception", provider);
    return wanted;
  }

  @Requires(MANAGE_STAFF_SCHEDULES)
  public void remove(UUID provider, UUID exception) {
    if (!hours.removeException(whose(provider), exception)) {
      throw new NotFound("not-found");
    }
    told("provider.exception-removed", provider);
  }

  /** Which hours everybody is there on one day, for the grid. */
  @Requires({VIEW_APPOINTMENTS, MANAGE_APPOINTMENTS})
  public List<DayOpen> open(LocalDate day) {
    return providers().stream()
        .map(
            one ->
                new DayOpen(
                    one.id(),
                    DayHours.of(day, provided.said(whose(one.id()), day, day)).stream()
                        .map(span -> new DayOpen.Hours(span.from(), span.till()))
                        .toList()))
        .toList();
  }

  private void told(String deed, UUID provider) {
    audit.wrote(deed, ENTITY, provider);
    live.publish("appointments", ENTITY, provider);
  }

  private Whose whose(UUID provider) {
    if (staff.clinical().stream().noneMatch(one -> one.id().equals(provider))) {
      throw new NotFound("not-found");
    }
    return new Whose(Actors.current().clinic(), provider);
  }
}
