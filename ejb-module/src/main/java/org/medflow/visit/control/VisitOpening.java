package org.medflow.visit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.medflow.clinic.boundary.ClinicDays;
import org.medflow.platform.Ids;
import org.medflow.platform.number.Numbering;
import org.medflow.platform.security.Actors;
import org.medflow.scheduling.boundary.AppointmentView;
import org.medflow.scheduling.entity.Priority;
import org.medflow.visit.entity.Visit;
import org.medflow.visit.entity.VisitKind;

/** Opens visits with their number and what is frozen on them. */
@ApplicationScoped
public class VisitOpening {

  @Inject VisitRepository visits;
  @Inject TicketOfVisitQuery records;
  @Inject Numbering numbering;
  @Inject ClinicDays days;
  @Inject Clock clock;

  /** For somebody who came with this appointment, or without one. */
  public Visit open(AppointmentView appointment, String category, Priority priority) {
    var today = days.today(Actors.current());
    return opened(
        new Visit.Arrival(
            Actors.current().clinic(),
            number(today),
            appointment.patientId(),
            appointment.id(),
            today,
            kind(category, appointment.typeCode(), priority),
            appointment.providerId(),
            appointment.reason()));
  }

  /** For somebody who is looked after without having been announced. */
  public Visit open(UUID patient) {
    var today = days.today(Actors.current());
    var clinic = Actors.current().clinic();
    return opened(
        new Visit.Arrival(
            clinic, number(today), patient, null, today, VisitKind.ROUTINE, null, null));
  }

  private Visit opened(Visit.Arrival arrival) {
    var cover =
        records
            .convention(arrival.patient())
            .map(name -> new Visit.Cover(name, null, null))
            .orElse(Visit.Cover.NONE);
    var by = Actors.current().id();
    var visit = Visit.arrive(Ids.next(), arrival, cover, by, clock.instant());
    visits.add(visit);
    return visit;
  }

  public void cancelled(Visit visit, String reason) {
    visit.cancel(reason, clock.instant());
    visits.flush();
  }

  /** VIS, the day, at least four digits; source: spec clinical.md 1.1. */
  private String number(LocalDate day) {
    var date = day.format(DateTimeFormatter.BASIC_ISO_DATE);
    return "VIS%s%04d".formatted(date, numbering.next("visit", date));
  }

  static VisitKind kind(String category, String type, Priority priority) {
    if (priority == Priority.EMERGENCY || category.equals("EMERGENCY")) {
      return VisitKind.EMERGENCY;
    }
    if (category.equals("PROCEDURE") || category.equals("SURGERY")) {
      return VisitKind.PROCEDURE;
    }
    return type.equals("follow-up") || type.equals("glaucoma")
        ? VisitKind.FOLLOW_UP
        : VisitKind.CONSULTATION;
  }
}
