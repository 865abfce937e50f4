package org.medflow.scheduling.control;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.medflow.scheduling.entity.HoursKind;
import org.medflow.scheduling.entity.OffKind;

/**
 * When a provider is there on one day: the shifts of the week without their breaks; other hours
 * instead of them, or more of them, as exceptions say; less the hours in which she is away. Who has
 * never said her hours keeps those of the clinic.
 */
public final class DayHours {

  private DayHours() {}

  /** From one hour to another, the end not included. */
  public record Span(LocalTime from, LocalTime till) {

    boolean covers(LocalTime start, LocalTime end) {
      return !start.isBefore(from) && !end.isAfter(till);
    }
  }

  /** A line of the week; {@code till} null for ever. */
  public record WeekLine(
      HoursKind kind, int weekday, Span span, LocalDate validFrom, LocalDate validTill) {

    boolean on(LocalDate day) {
      return weekday == day.getDayOfWeek().getValue()
          && !day.isBefore(validFrom)
          && (validTill == null || !day.isAfter(validTill));
    }
  }

  /** Days that are not as the week says; {@code span} null for the whole day. */
  public record Exception(OffKind kind, LocalDate first, LocalDate last, Span span) {

    boolean on(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }

  /** All that was said of a provider; {@code usual} holds when her week says nothing. */
  public record Said(List<WeekLine> week, List<Exception> exceptions, Usual usual) {}

  /** Hours and weekdays of the clinic. */
  public record Usual(Span span, Collection<Integer> weekdays) {}

  /** The hours of that day, in their order, none touching another. */
  public static List<Span> of(LocalDate day, Said said) {
    var today = said.exceptions().stream().filter(any -> any.on(day)).toList();
    if (today.stream().anyMatch(off -> off.kind() == OffKind.OFF && off.span() == null)) {
      return List.of();
    }
    var instead = spans(today, OffKind.INSTEAD);
    var open = new ArrayList<>(instead.isEmpty() ? ofWeek(day, said) : instead);
    open.addAll(spans(today, OffKind.EXTRA));
    return without(joined(open), spans(today, OffKind.OFF));
  }

  private static List<Span> ofWeek(LocalDate day, Said said) {
    if (said.week().stream().noneMatch(line -> line.kind() == HoursKind.SHIFT)) {
      var usual = said.usual();
      return usual.weekdays().contains(day.getDayOfWeek().getValue())
          ? List.of(usual.span())
          : List.of();
    }
    return without(joined(lines(day, said, HoursKind.SHIFT)), lines(day, said, HoursKind.BREAK));
  }

  private static List<Span> lines(LocalDate day, Said said, HoursKind kind) {
    return said.week().stream()
        .filter(line -> line.kind() == kind && line.on(day))
        .map(WeekLine::span)
        .toList();
  }

  private static List<Span> spans(List<Exception> today, OffKind kind) {
    return today.stream()
        .filter(any -> any.kind() == kind && any.span() != null)
        .map(Exception::span)
        .toList();
  }

  private static List<Span> joined(List<Span> spans) {
    var joined = new ArrayList<Span>();
    for (var span : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
      var last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last == null || span.from().isAfter(last.till())) {
        joined.add(span);
      } else if (span.till().isAfter(last.till())) {
        joined.set(joined.size() - 1, new Span(last.from(), span.till()));
      }
    }
    return joined;
  }

  private static List<Span> without(List<Span> open, List<Span> gaps) {
    var rest = open;
    for (var gap : gaps) {
      rest = rest.stream().flatMap(span -> less(span, gap).stream()).toList();
    }
    return rest;
  }

  private static List<Span> less(Span span, Span gap) {
    if (!gap.from().isBefore(span.till()) || !span.from().isBefore(gap.till())) {
      return List.of(span);
    }
    var rest = new ArrayList<Span>();
    if (span.from().isBefore(gap.from())) {
      rest.add(new Span(span.from(), gap.from()));
    }
    if (gap.till().isBefore(span.till())) {
      rest.add(new Span(gap.till(), span.till()));
    }
    return rest;
  }
}
