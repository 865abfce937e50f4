package org.medflow.legacy.sample;

import java.util.EnumMap;
import java.util.Map;
import org.medflow.legacy.entity.LvColumn;
import org.medflow.legacy.entity.Outcome;

/** A row of the sample and what must become of it in an empty clinic. */
final class SampleRow {

  private final EnumMap<LvColumn, String> cells;
  private Outcome outcome = Outcome.CREATED;
  private String tail = "";

  SampleRow(Map<LvColumn, String> cells) {
    this.cells = new EnumMap<>(cells);
  }

  SampleRow copy() {
    return new SampleRow(cells);
  }

  SampleRow with(LvColumn column, String cell) {
    cells.put(column, cell);
    return this;
  }

  SampleRow becomes(Outcome becomes) {
    outcome = becomes;
    return this;
  }

  /** Cells beyond the last column, as after a separator that nobody quoted. */
  SampleRow followedBy(String more) {
    tail = more;
    return this;
  }

  String cell(LvColumn column) {
    return cells.getOrDefault(column, "");
  }

  Outcome outcome() {
    return outcome;
  }

  String line() {
    var line = new StringBuilder();
    for (var column : LvColumn.values()) {
      line.append(line.isEmpty() && column.ordinal() == 0 ? "" : ",").append(quoted(cell(column)));
    }
    return line.append(tail).toString();
  }

  private static String quoted(String cell) {
    return cell.matches("(?s).*[,\"\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
