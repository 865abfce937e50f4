package org.medflow.patient.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
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
  private static final Map<String, String> ICONS =
      Map.of(
          "registration", "pi-user-plus",
          "amendment", "pi-pencil",
          "decision", "pi-users",
          "merge", "pi-clone",
          "import", "pi-database");

  @Inject Words words;

  /** One event in words; a kind without words of its own still says that something happened. */
  public String title(TimelineEntry event) {
    var arguments = event.arguments().stream().map(this::argument).toArray();
    return words.known(event.titleKey())
        ? words.of(event.titleKey(), arguments)
        : words.of("patient.timeline.other");
  }

  /** Names of changed fields are said in words; everything else stays as it is. */
  private String argument(String given) {
    return Stream.of(given.split(","))
        .map(part -> words.known(FIELD + part) ? words.of(FIELD + part) : part)
        .collect(Collectors.joining(", "));
  }

  public String icon(String kind) {
    return ICONS.getOrDefault(kind, "pi-circle");
  }
}
