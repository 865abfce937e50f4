package org.medflow.clinic.entity;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.medflow.clinic.entity.SettingType.Choice;
import org.medflow.clinic.entity.SettingType.Flag;
import org.medflow.clinic.entity.SettingType.Line;
import org.medflow.clinic.entity.SettingType.Several;
import org.medflow.clinic.entity.SettingType.Span;
import org.medflow.clinic.entity.SettingType.Whole;

/**
 * Everything that a clinic may set, with what holds as long as nobody has: the one catalogue, which
 * the database follows. Values are those of the specification (platform.md 5), so far as they are
 * given there; the days of the week and the bounds are source: spec, unconfirmed. Secrets are never
 * settings.
 */
public enum SettingKey {
  SLOT_MINUTES("appointments.slot-minutes", new Whole(5, 240), "30", "minutes"),
  BUFFER_MINUTES("appointments.buffer-minutes", new Whole(0, 60), "5", "minutes"),
  OPENS("appointments.opens", new Line(Form.HOUR), "08:00", null),
  CLOSES("appointments.closes", new Line(Form.HOUR), "18:00", null),
  DAYS("appointments.days", new Several(Form.WEEK), "mon,tue,wed,thu,fri", null),
  CANCEL_FREE_HOURS("appointments.cancel-free-hours", new Whole(0, 720), "24", "hours"),
  CANCEL_LATE_PERCENT("appointments.cancel-late-percent", new Whole(0, 100), "50", "percent"),
  CANCEL_SHORT_HOURS("appointments.cancel-short-hours", new Whole(0, 72), "2", "hours"),
  CANCEL_SHORT_PERCENT("appointments.cancel-short-percent", new Whole(0, 100), "100", "percent"),
  QUEUE_MINUTES("queue.minutes-per-patient", new Whole(1, 120), "15", "minutes"),
  DRUG_DAYS("prescriptions.drug-days", new Whole(1, 730), "90", "days"),
  OPTICAL_DAYS("prescriptions.optical-days", new Whole(1, 1_095), "365", "days"),
  THERAPY_DAYS("prescriptions.therapy-days", new Whole(1, 730), "180", "days"),
  REFILLS("prescriptions.refills", new Whole(0, 5), "5", null, true),
  DUE_DAYS("invoices.due-days", new Whole(0, 365), "30", "days"),
  DUE_DAYS_URGENT("invoices.due-days-urgent", new Whole(0, 365), "7", "days"),
  DUE_DAYS_INSURANCE("invoices.due-days-insurance", new Whole(0, 365), "60", "days"),
  LOW_STOCK("stock.low-level", new Whole(0, 10_000), "10", "units"),
  REMIND("reminders.send", new Flag(), "true", null),
  REMIND_AHEAD(
      "reminders.ahead", new Span(Duration.ofHours(1), Duration.ofHours(168)), "PT24H", "hours"),
  LANGUAGE("regional.language", new Choice(List.of("fr", "en")), "fr", null),
  CURRENCY("regional.currency", new Choice(List.of("CDF", "USD", "EUR")), "CDF", null);

  private final String code;
  private final SettingType type;
  private final String standard;
  private final String unit;
  private final boolean groupOnly;

  SettingKey(String code, SettingType type, String standard, String unit) {
    this(code, type, standard, unit, false);
  }

  SettingKey(String code, SettingType type, String standard, String unit, boolean groupOnly) {
    this.code = code;
    this.type = type;
    this.standard = standard;
    this.unit = unit;
    this.groupOnly = groupOnly;
  }

  /** Forms of text. */
  private static final class Form {
    static final String HOUR = "([01][0-9]|2[0-3]):[0-5][0-9]";
    static final List<String> WEEK = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  }

  public static Optional<SettingKey> of(String code) {
    return Arrays.stream(values()).filter(key -> key.code.equals(code)).findFirst();
  }

  /** Its name outside, for example {@code appointments.slot-minutes}. */
  public String code() {
    return code;
  }

  /** What it belongs to, for example {@code appointments}. */
  public String family() {
    return code.substring(0, code.indexOf('.'));
  }

  public SettingType type() {
    return type;
  }

  /** What holds when nobody has said anything. */
  public String standard() {
    return standard;
  }

  /** What its number counts; null when there is nothing to say. */
  public String unit() {
    return unit;
  }

  /** Whether one value holds for all clinics, whatever one of them would like. */
  public boolean groupOnly() {
    return groupOnly;
  }
}
