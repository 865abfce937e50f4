package org.medflow.legacy.batch;

import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.SourceRow;

/** A row of a table; without a row, the end of the table. */
record LegacyItem(LegacyTable table, SourceRow row) {

  static LegacyItem endOf(LegacyTable table) {
    return new LegacyItem(table, null);
  }
}
