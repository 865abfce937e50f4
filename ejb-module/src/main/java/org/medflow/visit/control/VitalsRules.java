package org.medflow.visit.control;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.stream.Stream;
import org.medflow.platform.error.FieldText;
import org.medflow.visit.boundary.RecordVitals;

/**
 * What a measure can be. Source: spec clinical.md 5, with its correction of the temperature; the
 * bounds of blood pressure and glucose are source: spec, unconfirmed.
 */
public final class VitalsRules {

  private static final int NOTE = 500;
  private static final BigDecimal CM = BigDecimal.valueOf(100);

  private VitalsRules() {}

  /** The same with a tidy note; refuses every field that is out of its range at once. */
  public static RecordVitals checked(RecordVitals typed) {
    var fields = new FieldText();
    within(fields, "systolic", typed.systolic(), 40, 300);
    within(fields, "diastolic", typed.diastolic(), 20, 200);
    within(fields, "pulse", typed.pulse(), 20, 300);
    within(fields, "breaths", typed.breaths(), 4, 60);
    within(fields, "saturation", typed.saturation(), 0, 100);
    within(fields, "temperature", typed.temperature(), "25", "45");
    within(fields, "weight", typed.weight(), "0.3", "500");
    within(fields, "height", typed.height(), "20", "280");
    within(fields, "glucose", typed.glucose(), "0.5", "60");
    pressure(fields, typed);
    var note = fields.line("note", typed.note(), NOTE);
    if (empty(typed) && note == null && fields.errors().isEmpty()) {
      fields.refuse("vitals", "vitals-empty");
    }
    fields.check();
    return tidy(typed, note);
  }

  /** Body mass index: kg/m², one decimal; null without weight or height. */
  public static BigDecimal bmi(BigDecimal weight, BigDecimal height) {
    if (weight == null || height == null) {
      return null;
    }
    var metres = height.divide(CM, 4, RoundingMode.HALF_UP);
    return weight.divide(metres.multiply(metres), 1, RoundingMode.HALF_UP);
  }

  private static void pressure(FieldText fields, RecordVitals typed) {
    if (typed.systolic() == null && typed.diastolic() != null) {
      fields.refuse("systolic", "pressure-both");
    } else if (typed.diastolic() == null && typed.systolic() != null) {
      fields.refuse("diastolic", "pressure-both");
    } else if (typed.systolic() != null && typed.systolic() <= typed.diastolic()) {
      fields.refuse("diastolic", "pressure-order");
    }
  }

  private static void within(
      FieldText fields, String field, Integer value, int lowest, int highest) {
    if (value != null && (value < lowest || value > highest)) {
      fields.refuse(field, "range-" + field);
    }
  }

  private static void within(
      FieldText fields, String field, BigDecimal value, String lowest, String highest) {
    boolean outside =
        value != null
            && (value.compareTo(new BigDecimal(lowest)) < 0
                || value.compareTo(new BigDecimal(highest)) > 0);
    if (outside) {
      fields.refuse(field, "range-" + field);
    } else if (value != null && value.stripTrailingZeros().scale() > 1) {
      fields.refuse(field, "one-decimal");
    }
  }

  private static boolean empty(RecordVitals typed) {
    return Stream.of(
            typed.systolic(),
            typed.diastolic(),
            typed.pulse(),
            typed.temperature(),
            typed.breaths(),
            typed.saturation(),
            typed.weight(),
            typed.height(),
            typed.glucose())
        .allMatch(Objects::isNull);
  }

  private static RecordVitals tidy(RecordVitals typed, String note) {
    return new RecordVitals(
        typed.systolic(),
        typed.diastolic(),
        typed.pulse(),
        typed.temperature(),
        typed.breaths(),
        typed.saturation(),
        typed.weight(),
        typed.height(),
        typed.glucose(),
        note);
  }
}
