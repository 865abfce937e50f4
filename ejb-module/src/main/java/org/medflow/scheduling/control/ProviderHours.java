package org.medflow.scheduling.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.medflow.clinic.boundary.Settings;
import org.medflow.clinic.entity.SettingKey;
import org.medflow.scheduling.control.DayHours.Span;
import org.medflow.scheduling.control.DaySlots.Open;
import org.medflow.scheduling.control.HoursQuery.Limit;
import org.medflow.scheduling.control.HoursQuery.Whose;

/** When a provider of the caller's clinic is there, in the clinic's own time. */
@ApplicationScoped
public class ProviderHours {

  static final int USUAL_MOST = 20;
  private static final List<String> WEEK = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  @Inject HoursQuery hours;
  @Inject Settings settings;

  /** Everything that was said of the days from one to another. */
  public DayHours.Said said(Whose whose, LocalDate from, LocalDate till) {
    var exceptions =
        hours.exceptions(whose, from, till).stream()
            .map(
                one ->
                    new DayHours.Exception(
                        one.kind(),
                        one.firstDay(),
                        one.lastDay(),
                        one.starts() == null ? null : new Span(one.starts(), one.ends())))
            .toList();
    return new DayHours.Said(hours.week(whose), exceptions, usual());
  }

  /** Whether she is there all that time. */
  public boolean there(Whose whose, Instant from, Instant till, ZoneId zone) {
    var start = from.atZone(zone);
    var end = till.atZone(zone);
    var day = start.toLocalDate();
    return day.equals(end.toLocalDate())
        && DayHours.of(day, said(whose, day, day)).stream()
            .anyMatch(span -> span.covers(start.toLocalTime(), end.toLocalTime()));
  }

  public Limit limit(Whose whose) {
    return hours.limit(whose).orElse(new Limit(USUAL_MOST, "{}", 0));
  }

  /** Hours of a day as instants. */
  public static List<Open> open(LocalDate day, List<Span> spans, ZoneId zone) {
    return spans.stream()
        .map(
            span ->
                new Open(
                    day.atTime(span.from()).atZone(zone).toInstant(),
                    day.atTime(span.till()).atZone(zone).toInstant()))
        .toList();
  }

  /** Minutes by type code. */
  public static Map<String, Integer> minutes(Limit limit) {
    try (var reader = Json.createReader(new StringReader(limit.minutes()))) {
      var read = new TreeMap<String, Integer>();
      reader
          .readObject()
          .forEach((code, minutes) -> read.put(code, ((JsonNumber) minutes).intValue()));
      return read;
    }
  }

  /** The same as JSON. */
  public static String json(Map<String, Integer> minutes) {
    var json = Json.createObjectBuilder();
    minutes.forEach(json::add);
    return json.build().toString();
  }

  /** The hours of the clinic itself. */
  public DayHours.Usual usual() {
    return new DayHours.Usual(
        new Span(
            LocalTime.parse(settings.text(SettingKey.OPENS)),
            LocalTime.parse(settings.text(SettingKey.CLOSES))),
        settings.several(SettingKey.DAYS).stream().map(day -> WEEK.indexOf(day) + 1).toList());
  }
}
