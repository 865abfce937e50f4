package org.medflow.scheduling.control;

import java.util.Map;
import org.medflow.platform.error.FieldText;

/** Numbers that must lie between two bounds; each field has a sentence that says which. */
final class Ranges {

  private static final Map<String, String> SENTENCES =
      Map.ofEntries(
          Map.entry("minutes", "minutes-out-of-range"),
          Map.entry("buffer", "buffer-out-of-range"),
          Map.entry("dilationMinutes", "dilation-out-of-range"),
          Map.entry("noticeHours", "notice-out-of-range"),
          Map.entry("aheadDays", "ahead-out-of-range"),
          Map.entry("position", "position-out-of-range"),
          Map.entry("maxPerDay", "day-limit-out-of-range"));

  private Ranges() {}

  static void within(FieldText fields, String field, int value, int least, int most) {
    if (value < least || value > most) {
      fields.refuse(field, SENTENCES.get(field));
    }
  }
}
