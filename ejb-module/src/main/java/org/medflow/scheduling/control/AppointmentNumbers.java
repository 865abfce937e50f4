package org.medflow.scheduling.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.medflow.platform.number.Numbering;

/** Hands out numbers {@code APTyyyymmdd} and four digits or more, by the day of the clinic. */
@ApplicationScoped
public class AppointmentNumbers {

  @Inject Numbering numbering;

  public String take(LocalDate day) {
    var period = DateTimeFormatter.BASIC_ISO_DATE.format(day);
    return "APT%s%04d".formatted(period, numbering.next("appointment", period));
  }
}
