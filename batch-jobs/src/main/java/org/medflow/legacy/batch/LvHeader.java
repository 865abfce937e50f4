package org.medflow.legacy.batch;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.medflow.legacy.boundary.LegacyPatientRow;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.LvColumn;

/**
 * Which column stands where. Order and spelling are free and unknown columns are passed over.
 *
 * @param width number of cells, known or not
 */
record LvHeader(Map<LvColumn, Integer> places, int width) {

  static LvHeader of(List<String> cells) {
    var places = new EnumMap<LvColumn, Integer>(LvColumn.class);
    for (int i = 0; i < cells.size(); i++) {
      int place = i;
      named(cells.get(i)).ifPresent(column -> places.putIfAbsent(column, place));
    }
    return new LvHeader(places, cells.size());
  }

  List<LvColumn> missing() {
    return Arrays.stream(LvColumn.values())
        .filter(column -> column.mandatory() && !places.containsKey(column))
        .toList();
  }

  /** The row in a record; empty for a blank record and where the header stands again. */
  Optional<LegacyPatientRow> row(LvRecord record) {
    return record.blank() || again(record)
        ? Optional.empty()
        : Optional.of(new LegacyPatientRow(record.line(), problem(record), cells(record)));
  }

  private static Optional<LvColumn> named(String cell) {
    var columns = LegacyTable.LV_PATIENTS.columns();
    return LegacyTable.LV_PATIENTS.column(cell).map(c -> LvColumn.values()[columns.indexOf(c)]);
  }

  private boolean again(LvRecord record) {
    return names(record, LvColumn.NUM_FICHE) && names(record, LvColumn.NOMS);
  }

  private boolean names(LvRecord record, LvColumn column) {
    int place = places.get(column);
    return place < record.fields().size()
        && named(record.fields().get(place)).filter(column::equals).isPresent();
  }

  /** Cells beyond the header mean that a separator stood in a cell: nothing can be trusted. */
  private String problem(LvRecord record) {
    return record.fields().stream().skip(width).allMatch(LvRecord::blank)
        ? null
        : "too-many-columns";
  }

  private Map<LvColumn, String> cells(LvRecord record) {
    var cells = new EnumMap<LvColumn, String>(LvColumn.class);
    places.forEach(
        (column, place) -> {
          if (place < record.fields().size() && !LvRecord.blank(record.fields().get(place))) {
            cells.put(column, record.fields().get(place));
          }
        });
    return cells;
  }
}
