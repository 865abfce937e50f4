package org.medflow.scheduling.control;

import java.time.Duration;
import java.time.Instant;
import org.medflow.platform.error.FieldText;
import org.medflow.scheduling.boundary.AppointmentTypeView;
import org.medflow.scheduling.boundary.BookAppointment.Overbook;
import org.medflow.scheduling.entity.Priority;

/** What can be said of a time without looking at the agenda. */
public final class BookingRules {

  static final int LONGEST = 480;
  private static final Duration GRACE = Duration.ofMinutes(5);
  private static final int SHORTEST = 5;
  private static final int LEAST_REASON = 3;
  private static final int MOST_REASON = 200;

  private BookingRules() {}

  /** How long, as said or else as usual. */
  public static int minutes(Integer said, int usual, FieldText fields) {
    int minutes = said == null ? usual : said;
    Ranges.within(fields, "minutes", minutes, SHORTEST, LONGEST);
    return minutes;
  }

  /** Refuses the past, what is too far ahead, and what should have been booked earlier. */
  public static void time(
      Instant start, AppointmentTypeView type, Priority hurry, Instant now, FieldText fields) {
    if (start.isBefore(now.minus(GRACE))) {
      fields.refuse("start", "starts-in-past");
    } else if (start.isAfter(now.plus(Duration.ofDays(type.aheadDays())))) {
      fields.refuse("start", "starts-too-far");
    } else if (!pressing(hurry)
        && start.isBefore(now.plus(Duration.ofHours(type.noticeHours())).minus(GRACE))) {
      fields.refuse("start", "notice-too-short");
    }
  }

  /** The reason that was declared; null when nothing was. */
  public static String declared(Overbook overbook, FieldText fields) {
    if (overbook == null) {
      return null;
    }
    var reason = fields.line("overbook.reason", overbook.reason(), MOST_REASON);
    if ((reason == null || reason.length() < LEAST_REASON) && fields.errors().isEmpty()) {
      fields.refuse("overbook.reason", "overbook-reason-required");
    }
    return reason;
  }

  private static boolean pressing(Priority hurry) {
    return hurry == Priority.EMERGENCY || hurry == Priority.URGENT;
  }
}
