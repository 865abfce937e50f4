package org.medflow.visit.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.medflow.platform.web.Words;

/** How priorities look: one of the six intents and a picture, always with their word beside. */
@Named
@ApplicationScoped
public class VisitWords {

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

  private static final Map<String, String> INTENTS =
      Map.of(
          "EMERGENCY", "danger",
          "URGENT", "warning",
          "PREGNANT", "info",
          "ELDERLY", "info",
          "HIGH", "info",
          "VIP", "special");

  private static final Map<String, String> ICONS =
      Map.of(
          "EMERGENCY", "pi-exclamation-triangle",
          "URGENT", "pi-bolt",
          "PREGNANT", "pi-heart",
          "ELDERLY", "pi-user",
          "HIGH", "pi-angle-double-up",
          "VIP", "pi-star");

  @Inject Words words;

  public String intent(Object priority) {
    return INTENTS.getOrDefault(String.valueOf(priority), "neutral");
  }

  /** The hour in the clinic's own time. */
  public String hour(Instant at, String zone) {
    return HOUR.withZone(ZoneId.of(zone)).format(at);
  }

  /** A measure with the decimal sign of the reader's language. */
  public String decimal(BigDecimal number) {
    return NumberFormat.getInstance(words.locale()).format(number);
  }

  public String icon(Object priority) {
    return ICONS.getOrDefault(String.valueOf(priority), "pi-minus");
  }
}
