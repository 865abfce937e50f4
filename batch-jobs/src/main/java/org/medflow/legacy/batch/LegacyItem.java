package org.medflow.legacy.batch;

import org.medflow.legacy.control.ReadRow;
import org.medflow.legacy.entity.LegacyTable;

/** A row of a table; without a row, the end of the table. */
record LegacyItem(LegacyTable table, ReadRow row) {

  static LegacyItem endOf(LegacyTable table) {
    return new LegacyItem(table, null);
  }
}
