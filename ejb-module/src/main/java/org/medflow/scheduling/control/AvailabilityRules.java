package org.medflow.scheduling.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.medflow.platform.error.FieldText;
import org.medflow.scheduling.boundary.AddException;
import org.medflow.scheduling.boundary.ExceptionView;
import org.medflow.scheduling.boundary.HoursLine;
import org.medflow.scheduling.boundary.SetAvailability;
import org.medflow.scheduling.control.DayHours.Span;
import org.medflow.scheduling.control.DayHours.WeekLine;
import org.medflow.scheduling.control.HoursQuery.Limit;
import org.medflow.scheduling.entity.HoursKind;
import org.medflow.scheduling.entity.OffKind;

/** What a week, a limit and an exception may say. */
public final class AvailabilityRules {

  private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);
  private static final int MOST_LINES = 100;
  private static final int MOST_DAY = 200;
  private static final int REASON = 200;
  private static final int LONGEST_AWAY = 366;

  private AvailabilityRules() {}

  /** The lines of a week; overlaps are for the database to find. */
  public static List<WeekLine> week(SetAvailability asked, FieldText fields) {
    var lines = asked.hours() == null ? List.<HoursLine>of() : asked.hours();
    if (lines.size() > MOST_LINES) {
      fields.refuse("hours", "too-many");
      return List.of();
    }
    for (int i = 0; i < lines.size(); i++) {
      check(lines.get(i), "hours[" + i + "]", fields);
    }
    if (!fields.errors().isEmpty()) {
      return List.of();
    }
    var week = lines.stream().map(AvailabilityRules::line).toList();
    if (week.stream().anyMatch(line -> stray(line, week))) {
      fields.refuse("hours", "break-outside-shift");
    }
    return week;
  }

  private static void check(HoursLine line, String field, FieldText fields) {
    if (line.kind() == null) {
      fields.refuse(field + ".kind", "required");
    }
    if (line.weekday() == null || line.weekday() < 1 || line.weekday() > 7) {
      fields.refuse(field + ".weekday", "weekday-out-of-range");
    }
    if (line.starts() == null || line.ends() == null) {
      fields.refuse(field + ".starts", "hours-required");
    } else if (!line.starts().isBefore(line.ends())) {
      fields.refuse(field + ".ends", "ends-before-starts");
    }
    if (line.validFrom() != null
        && line.validTill() != null
        && line.validTill().isBefore(line.validFrom())) {
      fields.refuse(field + ".validTill", "ends-before-starts");
    }
  }

  private static WeekLine line(HoursLine line) {
    return new WeekLine(
        line.kind(),
        line.weekday(),
        new Span(line.starts(), line.ends()),
        line.validFrom() == null ? ALWAYS : line.validFrom(),
        line.validTill());
  }

  /** A break that lies in no shift of its weekday. */
  private static boolean stray(WeekLine line, List<WeekLine> week) {
    return line.kind() == HoursKind.BREAK
        && week.stream()
            .noneMatch(
                shift ->
                    shift.kind() == HoursKind.SHIFT
                        && shift.weekday() == line.weekday()
                        && shift.span().covers(line.span().from(), line.span().till()));
  }

  /** How the line is shown; what has always held has no date. */
  public static HoursLine shown(WeekLine line) {
    return new HoursLine(
        line.kind(),
        line.weekday(),
        line.span().from(),
        line.span().till(),
        ALWAYS.equals(line.validFrom()) ? null : line.validFrom(),
        line.validTill());
  }

  public static Limit limit(
      SetAvailability asked, Set<String> types, long version, FieldText fields) {
    int most = asked.maxPerDay() == null ? ProviderHours.USUAL_MOST : asked.maxPerDay();
    if (most < 1 || most > MOST_DAY) {
      fields.refuse("maxPerDay", "provider-limit-out-of-range");
    }
    var minutes = asked.minutes() == null ? Map.<String, Integer>of() : asked.minutes();
    if (!types.containsAll(minutes.keySet())) {
      fields.refuse("minutes", "unknown-type");
    }
    minutes.values().forEach(any -> Ranges.within(fields, "minutes", any, 5, BookingRules.LONGEST));
    return new Limit(most, ProviderHours.json(minutes), version);
  }

  public static ExceptionView exception(UUID id, AddException asked, FieldText fields) {
    if (asked.kind() == null) {
      fields.refuse("kind", "required");
    }
    if (asked.firstDay() == null) {
      fields.refuse("firstDay", "required");
    }
    var last = asked.lastDay() == null ? asked.firstDay() : asked.lastDay();
    if (asked.firstDay() != null && last.isBefore(asked.firstDay())) {
      fields.refuse("lastDay", "ends-before-starts");
    } else if (asked.firstDay() != null && last.isAfter(asked.firstDay().plusDays(LONGEST_AWAY))) {
      fields.refuse("lastDay", "too-long-ago");
    }
    hours(asked, fields);
    return new ExceptionView(
        id,
        asked.kind(),
        asked.firstDay(),
        last,
        asked.starts(),
        asked.ends(),
        fields.line("reason", asked.reason(), REASON));
  }

  private static void hours(AddException asked, FieldText fields) {
    boolean both = asked.starts() != null && asked.ends() != null;
    boolean none = asked.starts() == null && asked.ends() == null;
    if (!both && (asked.kind() != OffKind.OFF || !none)) {
      fields.refuse("starts", "hours-required");
    } else if (both && !asked.starts().isBefore(asked.ends())) {
      fields.refuse("ends", "ends-before-starts");
    }
  }
}
