package org.medflow.scheduling.control;

import java.util.List;
import java.util.Set;
import org.medflow.platform.error.FieldText;
import org.medflow.platform.error.Invalid;
import org.medflow.scheduling.boundary.AppointmentTypeView;
import org.medflow.scheduling.boundary.TypeChange;

/** What a type of appointment may say. */
public final class TypeRules {

  /** Stations that a way through the clinic may have (spec clinical.md 4). */
  public static final List<String> STATIONS =
      List.of(
          "triage", "va-iop", "dilation", "imaging", "doctor", "pharmacy", "optical", "cashier");

  private static final String CODE = "[a-z][a-z0-9-]{1,39}";
  private static final int NAME = 80;
  private static final int LAST = 9_999;

  private TypeRules() {}

  /** A new type; what is left out has a usual value. */
  public static AppointmentTypeView fresh(TypeChange wanted) {
    if (wanted == null) {
      throw Invalid.field("code", "required");
    }
    var fields = new FieldText();
    var code = fields.required("code", wanted.code(), 40);
    if (code != null && !code.matches(CODE)) {
      fields.refuse("code", "bad-format");
    }
    if (wanted.category() == null) {
      fields.refuse("category", "required");
    }
    if (wanted.minutes() == null) {
      fields.refuse("minutes", "required");
    }
    var usual =
        new AppointmentTypeView(
            code,
            null,
            null,
            wanted.category(),
            0,
            0,
            0,
            List.of("triage", "va-iop", "doctor", "cashier"),
            null,
            0,
            365,
            true,
            100,
            0);
    return checked(usual, wanted, fields);
  }

  /** The type with what is different. */
  public static AppointmentTypeView changed(AppointmentTypeView now, TypeChange change) {
    var fields = new FieldText();
    if (change == null) {
      return now;
    }
    if (change.code() != null && !change.code().equals(now.code())) {
      fields.refuse("code", "type-code-stays");
    }
    return checked(now, change, fields);
  }

  private static AppointmentTypeView checked(
      AppointmentTypeView now, TypeChange change, FieldText fields) {
    var then =
        new AppointmentTypeView(
            now.code(),
            fields.required("nameFr", or(change.nameFr(), now.nameFr()), NAME),
            fields.required("nameEn", or(change.nameEn(), now.nameEn()), NAME),
            or(change.category(), now.category()),
            or(change.minutes(), now.minutes()),
            or(change.buffer(), now.buffer()),
            or(change.dilationMinutes(), now.dilationMinutes()),
            or(change.steps(), now.steps()),
            most(change.maxPerDay(), now.maxPerDay()),
            or(change.noticeHours(), now.noticeHours()),
            or(change.aheadDays(), now.aheadDays()),
            or(change.active(), now.active()),
            or(change.position(), now.position()),
            now.version());
    ranges(then, change.minutes() != null || now.minutes() != 0, fields);
    fields.check();
    return then;
  }

  private static void ranges(AppointmentTypeView type, boolean timed, FieldText fields) {
    if (timed) {
      Ranges.within(fields, "minutes", type.minutes(), 5, 480);
    }
    Ranges.within(fields, "buffer", type.buffer(), 0, 120);
    Ranges.within(fields, "dilationMinutes", type.dilationMinutes(), 0, 120);
    Ranges.within(fields, "noticeHours", type.noticeHours(), 0, 720);
    Ranges.within(fields, "aheadDays", type.aheadDays(), 1, 730);
    Ranges.within(fields, "position", type.position(), 0, LAST);
    if (type.maxPerDay() != null) {
      Ranges.within(fields, "maxPerDay", type.maxPerDay(), 1, 500);
    }
    if (type.steps().isEmpty()
        || type.steps().size() > STATIONS.size()
        || !Set.copyOf(STATIONS).containsAll(type.steps().stream().map(String::valueOf).toList())
        || Set.copyOf(type.steps()).size() != type.steps().size()) {
      fields.refuse("steps", "bad-steps");
    }
  }

  private static Integer most(Integer wanted, Integer now) {
    if (wanted == null) {
      return now;
    }
    return wanted == 0 ? null : wanted;
  }

  private static <T> T or(T wanted, T now) {
    return wanted == null ? now : wanted;
  }
}
