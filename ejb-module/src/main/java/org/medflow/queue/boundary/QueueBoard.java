package org.medflow.queue.boundary;

import static org.medflow.platform.security.Permission.MANAGE_QUEUE;
import static org.medflow.platform.security.Permission.VIEW_QUEUE;
import static org.medflow.platform.security.Permission.VIEW_REPORTS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.clinic.boundary.ClinicDays;
import org.medflow.clinic.boundary.ClinicDirectory;
import org.medflow.clinic.boundary.Settings;
import org.medflow.clinic.entity.SettingKey;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;
import org.medflow.queue.control.BoardQuery;
import org.medflow.queue.control.QueueFiguresQuery;

/** The queue of today as its readers see it: staff, the screen in the waiting room, managers. */
@Stateless
public class QueueBoard {

  private static final Duration LET_IN = Duration.ofMinutes(3);
  private static final int LONGEST = 92;

  @Inject BoardQuery board;
  @Inject QueueFiguresQuery figures;
  @Inject ClinicDays days;
  @Inject ClinicDirectory clinics;
  @Inject Settings settings;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** Everybody who has not left, in the order of the calls. */
  @Requires({VIEW_QUEUE, MANAGE_QUEUE})
  public List<BoardRow> lines() {
    var lines = board.lines(at());
    audit.read("queue.read", "patient", lines.stream().map(line -> line.patient().id()).toList());
    return lines;
  }

  /**
   * Who is called next; held until the transaction ends.
   *
   * @param mine only the caller's own patients and those of nobody
   */
  @Requires({VIEW_QUEUE, MANAGE_QUEUE})
  public Optional<UUID> next(String station, boolean mine) {
    var caller = Actors.current();
    boolean own = mine || !caller.may(MANAGE_QUEUE);
    return board.next(at(), station, own ? caller.id() : null);
  }

  /** Numbers and rooms alone. */
  @Requires(VIEW_QUEUE)
  public DisplayView display() {
    var clinic = Actors.current().clinic();
    var today = days.today(Actors.current());
    return new DisplayView(
        clinics.get(clinic).name(),
        board.calls(clinic, today, clock.instant().minus(LET_IN)),
        board.waiting(clinic, today));
  }

  /** Both days counted; at most a quarter of a year. */
  @Requires({VIEW_REPORTS, MANAGE_QUEUE})
  public QueueFigures figures(LocalDate from, LocalDate to) {
    var today = days.today(Actors.current());
    var first = from == null ? today : from;
    var last = to == null ? first : to;
    if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) > LONGEST) {
      throw Invalid.field("to", "bad-period");
    }
    var clinic = Actors.current().clinic();
    var zone = clinics.get(clinic).timeZone();
    return figures.of(new QueueFiguresQuery.Span(clinic, first, last, clock.instant(), zone));
  }

  private BoardQuery.At at() {
    return new BoardQuery.At(
        Actors.current().clinic(),
        days.today(Actors.current()),
        clock.instant(),
        settings.number(SettingKey.QUEUE_MINUTES));
  }
}
