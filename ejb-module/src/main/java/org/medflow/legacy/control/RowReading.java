package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.SourceRow;

/**
 * Reads what rows say by themselves. It needs no transaction, so that it can be done for the next
 * chunk while the database is busy with this one.
 */
@ApplicationScoped
public class RowReading {

  @Inject ImportTargets targets;
  @Inject SealedCells cells;
  @Inject OldValues old;

  /** The rows in their order; a row that breaks the reading breaks no other. */
  public List<ReadRow> read(LegacyTable table, List<SourceRow> rows) {
    var clear = rows.stream().map(old::opened).toList();
    try {
      return whole(table, clear);
    } catch (RuntimeException broken) {
      return clear.stream().map(row -> alone(table, row)).toList();
    }
  }

  ReadRow one(LegacyTable table, SourceRow row) {
    return alone(table, old.opened(row));
  }

  private ReadRow alone(LegacyTable table, SourceRow row) {
    try {
      return whole(table, List.of(row)).get(0);
    } catch (RuntimeException broken) {
      return row(table, row, LegacyKey.problem(table, row), null, broken);
    }
  }

  private List<ReadRow> whole(LegacyTable table, List<SourceRow> rows) {
    var problems = rows.stream().map(row -> LegacyKey.problem(table, row)).toList();
    var sound = new ArrayList<SourceRow>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      if (problems.get(i) == null) {
        sound.add(rows.get(i));
      }
    }
    var said = targets.of(table).read(table, sound).iterator();
    var read = new ArrayList<ReadRow>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      var problem = problems.get(i);
      read.add(row(table, rows.get(i), problem, problem == null ? said.next() : null, null));
    }
    return read;
  }

  private ReadRow row(
      LegacyTable table, SourceRow row, String problem, Object said, RuntimeException broken) {
    return new ReadRow(
        row,
        LegacyKey.of(table, row),
        problem,
        cells.hash(table, row),
        new Totals().add(table, row),
        said,
        broken);
  }
}
