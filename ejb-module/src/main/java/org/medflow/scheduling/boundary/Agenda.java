package org.medflow.scheduling.boundary;

import static org.medflow.platform.security.Permission.MANAGE_APPOINTMENTS;
import static org.medflow.platform.security.Permission.VIEW_APPOINTMENTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.clinic.boundary.ClinicDays;
import org.medflow.platform.Page;
import org.medflow.platform.error.FieldText;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;
import org.medflow.scheduling.control.AgendaQuery;
import org.medflow.scheduling.control.AppointmentRepository;
import org.medflow.scheduling.control.StepQuery;

/** Reads the agenda of the caller's clinic; each call is one row of the audit. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Agenda {

  private static final Duration LONGEST = Duration.ofDays(62);
  private static final int SLICE = 100;
  private static final int MOST = 2_000;

  @Inject AgendaQuery agenda;
  @Inject AppointmentRepository appointments;
  @Inject StepQuery steps;
  @Inject ClinicDays days;
  @Inject AuditTrail audit;

  /** A slice of what lies in a time of at most 62 days. */
  @Requires({VIEW_APPOINTMENTS, MANAGE_APPOINTMENTS})
  public Page<AgendaRow> list(AgendaFilter asked) {
    check(asked);
    var page = agenda.list(Actors.current().clinic(), asked);
    seen(page.data());
    return page;
  }

  /** All of these days of the clinic, for a screen; at most two thousand. */
  @Requires({VIEW_APPOINTMENTS, MANAGE_APPOINTMENTS})
  public List<AgendaRow> days(LocalDate first, int count, UUID provider, UUID room) {
    var zone = zone();
    var from = first.atStartOfDay(zone).toInstant();
    var to = first.plusDays(Math.max(1, Math.min(count, 62))).atStartOfDay(zone).toInstant();
    var all = new ArrayList<AgendaRow>();
    String cursor = null;
    do {
      var page =
          agenda.list(
              Actors.current().clinic(),
              new AgendaFilter(from, to, provider, room, null, SLICE, cursor));
      all.addAll(page.data());
      cursor = page.next();
    } while (cursor != null && all.size() < MOST);
    seen(all);
    return all;
  }

  /** One with its history. */
  @Requires({VIEW_APPOINTMENTS, MANAGE_APPOINTMENTS})
  public AppointmentCard get(UUID id) {
    var row = agenda.byId(id).orElseThrow(() -> new NotFound("not-found"));
    var it = appointments.byId(id).orElseThrow(() -> new NotFound("not-found"));
    var overbooking = it.wanted().overbooking();
    var course = it.course();
    audit.read("appointment.read", "appointment", List.of(id, row.patient().id()));
    return new AppointmentCard(
        AppointmentView.of(it),
        row.patient(),
        overbooking == null ? null : overbooking.reason(),
        course.cancelReason(),
        course.cancelledSide(),
        course.feePercent(),
        course.endedAt(),
        steps.of(id));
  }

  /** The day on which it is in the clinic. */
  @Requires
  public LocalDate today() {
    return days.today(Actors.current());
  }

  /** In which zone its days begin. */
  @Requires
  public ZoneId zone() {
    return days.zone(Actors.current());
  }

  private static void check(AgendaFilter asked) {
    var fields = new FieldText();
    if (asked.from() == null) {
      fields.refuse("from", "required");
    }
    if (asked.to() == null) {
      fields.refuse("to", "required");
    }
    fields.check();
    if (!asked.from().isBefore(asked.to())) {
      throw Invalid.field("to", "ends-before-starts");
    }
    if (Duration.between(asked.from(), asked.to()).compareTo(LONGEST) > 0) {
      throw Invalid.field("to", "period-too-long");
    }
  }

  private void seen(List<AgendaRow> shown) {
    audit.listed(
        "appointment.list",
        "patient",
        shown.stream().map(row -> row.patient().id()).distinct().toList());
  }
}
