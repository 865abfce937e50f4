package org.medflow.legacy.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.medflow.legacy.entity.LegacyColumn;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.SourceRow;

/**
 * Which column stands where. Order and spelling are free and unknown columns are passed over.
 *
 * @param cells the header as it is written, known or not
 */
record CsvHeader(Map<LegacyColumn, Integer> places, List<String> cells) {

  private static final int LONGEST = 100_000;

  static CsvHeader of(LegacyTable table, List<String> cells) {
    var places = new LinkedHashMap<LegacyColumn, Integer>();
    for (int i = 0; i < cells.size(); i++) {
      int place = i;
      table.column(cells.get(i)).ifPresent(column -> places.putIfAbsent(column, place));
    }
    return new CsvHeader(places, cells);
  }

  int width() {
    return cells.size();
  }

  /** The row in a record; empty for a blank record and where the header stands again. */
  Optional<SourceRow> row(CsvRecord record) {
    if (!holds(record)) {
      return Optional.empty();
    }
    var problem = problem(record);
    var line = record.line();
    return Optional.of(new SourceRow(line, Long.toString(line), problem, cells(record)));
  }

  /** Whether there is a row in a record. */
  boolean holds(CsvRecord record) {
    return !record.blank() && !again(record);
  }

  /** Two known columns that hold their own names are the header and no row. */
  private boolean again(CsvRecord record) {
    return places.values().stream()
            .limit(3)
            .filter(place -> place < record.fields().size())
            .filter(place -> record.fields().get(place).strip().equalsIgnoreCase(name(place)))
            .count()
        >= 2;
  }

  private String name(int place) {
    return cells.get(place).strip();
  }

  /**
   * Cells beyond the header mean that a separator stood in a cell, and nothing can be trusted; nor
   * can a cell that a spreadsheet would compute, or that no database would take.
   */
  private String problem(CsvRecord record) {
    if (!record.fields().stream().skip(width()).allMatch(CsvRecord::blank)) {
      return "too-many-columns";
    }
    for (var field : record.fields()) {
      if (field.length() > LONGEST) {
        return "field-too-long";
      }
      if (field.indexOf('\0') >= 0) {
        return "nul-character";
      }
      if (field.startsWith("=")) {
        return "formula-cell";
      }
    }
    return null;
  }

  private Map<String, String> cells(CsvRecord record) {
    var found = new LinkedHashMap<String, String>();
    places.forEach(
        (column, place) -> {
          if (place < record.fields().size() && !CsvRecord.blank(record.fields().get(place))) {
            found.put(column.name(), cut(record.fields().get(place)));
          }
        });
    return found;
  }

  /** What is kept of a cell for the person who looks at the row. */
  private static String cut(String field) {
    var text = field.length() > LONGEST ? field.substring(0, 200) + "…" : field;
    return text.replace('\0', '\uFFFD');
  }
}
