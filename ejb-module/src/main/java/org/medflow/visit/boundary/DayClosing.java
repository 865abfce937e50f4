package org.medflow.visit.boundary;

import static org.medflow.platform.security.Permission.OPERATE_SYSTEM;
import static org.medflow.platform.security.Permission.VIEW_REPORTS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.medflow.clinic.boundary.ClinicDirectory;
import org.medflow.clinic.boundary.ClinicView;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;
import org.medflow.visit.control.DayReportQuery;

/**
 * What the evening finds. Visits that have waited for four hours or gone on for eight are flagged;
 * at eleven o'clock of the clinic the figures of the day are written down, once; tickets of days
 * that are over leave the queue. Visits themselves are ended by people. Source: spec clinical.md 5.
 */
@Stateless
public class DayClosing {

  static final Duration TO_START = Duration.ofHours(4);
  static final Duration TO_END = Duration.ofHours(8);
  static final LocalTime REPORT_AT = LocalTime.of(23, 0);

  @Inject DayReportQuery reports;
  @Inject ClinicDirectory clinics;
  @Inject Clock clock;

  @Requires(OPERATE_SYSTEM)
  public List<ClinicView> clinics() {
    return clinics.all();
  }

  /** Looks at the clinic of the call; doing so twice changes nothing. */
  @Requires(OPERATE_SYSTEM)
  public void look() {
    var clinic = Actors.current().clinic();
    var now = clock.instant();
    reports.flag(clinic, now.minus(TO_START), now.minus(TO_END));
    var local = now.atZone(ZoneId.of(clinics.get(clinic).timeZone()));
    reports.leave(clinic, local.toLocalDate(), now);
    if (!local.toLocalTime().isBefore(REPORT_AT)) {
      reports.write(clinic, local.toLocalDate(), now);
    }
  }

  /** The figures of a day as they were written down, in JSON; empty before that. */
  @Requires(VIEW_REPORTS)
  public Optional<String> report(LocalDate day) {
    return reports.of(Actors.current().clinic(), day);
  }
}
