package org.medflow.legacy.tds;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.medflow.legacy.entity.LegacyColumn;
import org.medflow.legacy.entity.LegacyTable;

/** A row of the sample: typed values by the names of their columns. */
final class CareVisionRow {

  private final LegacyTable table;
  private final Map<String, Object> values = new HashMap<>();

  private CareVisionRow(LegacyTable table) {
    this.table = table;
  }

  /** A row from names and values in turn. */
  static CareVisionRow of(LegacyTable table, Object... namesAndValues) {
    var row = new CareVisionRow(table);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.with((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return row;
  }

  CareVisionRow with(String column, Object value) {
    if (table.columns().stream().noneMatch(known -> known.name().equals(column))) {
      throw new IllegalArgumentException(table.title() + "." + column);
    }
    values.put(column, value);
    return this;
  }

  Object value(String column) {
    return values.get(column);
  }

  /** All values in the order of the columns. */
  List<Object> values() {
    return table.columns().stream().map(LegacyColumn::name).map(values::get).toList().stream()
        .collect(java.util.ArrayList::new, java.util.ArrayList::add, java.util.ArrayList::addAll);
  }

  /** The values as a source gives them: as text, without those that are NULL or blank. */
  Map<String, String> cells() {
    var cells = new LinkedHashMap<String, String>();
    for (var column : table.columns()) {
      var text = text(values.get(column.name()));
      if (!text.isBlank()) {
        cells.put(column.name(), text);
      }
    }
    return cells;
  }

  private static String text(Object value) {
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    if (value instanceof Boolean bit) {
      return bit ? "1" : "0";
    }
    if (value instanceof LocalDateTime time) {
      return time.toString();
    }
    return value == null ? "" : value.toString();
  }
}
