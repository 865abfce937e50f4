package org.medflow.clinic.control;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.medflow.clinic.boundary.AmendClinic;
import org.medflow.clinic.entity.Clinic.Particulars;
import org.medflow.platform.error.FieldError;
import org.medflow.platform.error.Invalid;

/** What a change of a clinic comes to, and whether it may stand. */
public final class ClinicRules {

  private static final Set<String> KINDS =
      Set.of("main", "satellite", "mobile", "partner", "depot");
  private static final Set<String> STATES = Set.of("active", "inactive", "temporarily_closed");
  private static final Set<String> FACTORS = Set.of("required", "optional");
  private static final String PHONE = "\\+?[0-9][0-9 ().-]{4,28}";
  private static final String EMAIL = "[^\\s@]{1,64}@[^\\s@]+\\.[^\\s@]{2,}";

  private ClinicRules() {}

  /** The particulars after the change; everything that is wrong is said at once. */
  public static Particulars changed(Particulars now, AmendClinic change) {
    var then =
        new Particulars(
            or(change.name(), now.name()),
            or(change.city(), now.city()),
            or(change.timeZone(), now.timeZone()),
            or(change.kind(), now.kind()),
            or(change.status(), now.status()),
            blank(or(change.street(), now.street())),
            blank(or(change.phone(), now.phone())),
            blank(or(change.email(), now.email())),
            or(change.secondFactor(), now.secondFactor()));
    check(then);
    return then;
  }

  /** Names and values of the fields in which two states differ, for the audit. */
  public static String difference(Particulars before, Particulars now) {
    var lines = new ArrayList<String>();
    line(lines, "name", before.name(), now.name());
    line(lines, "city", before.city(), now.city());
    line(lines, "timeZone", before.timeZone(), now.timeZone());
    line(lines, "kind", before.kind(), now.kind());
    line(lines, "status", before.status(), now.status());
    line(lines, "street", before.street(), now.street());
    line(lines, "phone", before.phone(), now.phone());
    line(lines, "email", before.email(), now.email());
    line(lines, "secondFactor", before.secondFactor(), now.secondFactor());
    return String.join("; ", lines);
  }

  private static void line(List<String> lines, String field, String before, String now) {
    if (!String.valueOf(before).equals(String.valueOf(now))) {
      lines.add("%s: %s → %s".formatted(field, word(before), word(now)));
    }
  }

  private static void check(Particulars then) {
    var broken = new ArrayList<FieldError>();
    filled(broken, "name", then.name(), 120);
    filled(broken, "city", then.city(), 80);
    if (!zone(then.timeZone())) {
      broken.add(new FieldError("timeZone", "unknown-time-zone"));
    }
    oneOf(broken, "kind", then.kind(), KINDS);
    oneOf(broken, "status", then.status(), STATES);
    oneOf(broken, "secondFactor", then.secondFactor(), FACTORS);
    if (then.street() != null && then.street().length() > 200) {
      broken.add(new FieldError("street", "too-long"));
    }
    if (then.phone() != null && !then.phone().matches(PHONE)) {
      broken.add(new FieldError("phone", "bad-phone"));
    }
    if (then.email() != null && (then.email().length() > 120 || !then.email().matches(EMAIL))) {
      broken.add(new FieldError("email", "bad-email"));
    }
    if (!broken.isEmpty()) {
      throw new Invalid(broken);
    }
  }

  private static void filled(List<FieldError> broken, String field, String text, int most) {
    if (text.isEmpty()) {
      broken.add(new FieldError(field, "required"));
    } else if (text.length() > most) {
      broken.add(new FieldError(field, "too-long"));
    }
  }

  private static void oneOf(
      List<FieldError> broken, String field, String value, Set<String> allowed) {
    if (!allowed.contains(value)) {
      broken.add(new FieldError(field, "bad-format"));
    }
  }

  private static boolean zone(String name) {
    try {
      ZoneId.of(name);
      return true;
    } catch (DateTimeException unknown) {
      return false;
    }
  }

  private static String or(String wanted, String now) {
    return wanted == null ? now : wanted.strip();
  }

  private static String blank(String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  private static String word(String value) {
    return value == null ? "–" : value;
  }
}
