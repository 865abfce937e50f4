package org.medflow.patient.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.medflow.patient.boundary.TimelineEntry;
import org.medflow.platform.web.Words;

/** How the timeline tells what happened, whatever room it comes from. */
@Named
@ApplicationScoped
public class EventWords {

  private static final String FIELD = "patient.field.";
  private static final String APPOINTMENT = "appointment";
  private static final Map<String, String> ICONS =
      Map.of(
          "registration",
          "pi-user-plus",
          "amendment",
          "pi-pencil",
          "decision",
          "pi-users",
          "merge",
          "pi-clone",
          "import",
          "pi-database",
          APPOINTMENT,
          "pi-calendar");

  @Inject Words words;

  /** One event in words; a kind without words of its own still says that something happened. */
  public String title(TimelineEntry event) {
    var arguments = event.arguments().stream().map(this::fields).toArray();
    if (!words.known(event.titleKey())) {
      return words.of("patient.timeline.other");
    }
    var title = words.of(event.titleKey(), arguments);
    return event.kind().equals(APPOINTMENT) ? title + details(event.arguments()) : title;
  }

  /** What an appointment was for, with whom and where, as far as it is known. */
  private static String details(List<String> known) {
    var said = known.stream().filter(part -> part != null && !part.isBlank()).toList();
    return said.isEmpty() ? "" : " — " + String.join(" · ", said);
  }

  /** Names of changed fields, parted by commas, in words; everything else stays as it is. */
  public String fields(String given) {
    return Stream.of(given.split(","))
        .map(part -> words.known(FIELD + part) ? words.of(FIELD + part) : part)
        .collect(Collectors.joining(", "));
  }

  public String icon(String kind) {
    return ICONS.getOrDefault(kind, "pi-circle");
  }
}
