package org.medflow.legacy.control;

import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.SourceRow;

/** The key of a row, as it is compared and shown. */
final class LegacyKey {

  private static final int LONGEST = 40;

  private LegacyKey() {}

  /** Null when there is none. */
  static String of(LegacyTable table, SourceRow row) {
    var key = LvText.clean(row.cell(table.key().name()));
    return key == null || key.length() <= LONGEST ? key : key.substring(0, LONGEST).strip();
  }

  /** Why the row cannot be known by its key; null when it can. */
  static String problem(LegacyTable table, SourceRow row) {
    var key = LvText.clean(row.cell(table.key().name()));
    if (row.problem() != null) {
      return row.problem();
    }
    var nobody = table.patients() ? "[^\\p{L}\\p{N}]*|0+" : "[^\\p{L}\\p{N}]*";
    if (key == null || key.matches(nobody)) {
      return "no-key";
    }
    return key.length() > LONGEST ? "key-too-long" : null;
  }
}
