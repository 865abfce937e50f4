package org.medflow.legacy.boundary;

import java.io.Serializable;
import java.util.Map;
import org.medflow.legacy.entity.LvColumn;

/**
 * One data row of LV_Patients as it was read.
 *
 * @param line number of the line in the file on which the row begins, from 1
 * @param problem why the cells cannot be trusted, for example {@code too-many-columns}; null if
 *     they can
 * @param cells what stands in the known columns; a column without content is left out
 */
public record LegacyPatientRow(long line, String problem, Map<LvColumn, String> cells)
    implements Serializable {

  public LegacyPatientRow {
    cells = Map.copyOf(cells);
  }

  public String cell(LvColumn column) {
    return cells.get(column);
  }

  /** Says where the row is and not what it holds, since logs may print it. */
  @Override
  public String toString() {
    return "row of line " + line;
  }
}
