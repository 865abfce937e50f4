package org.medflow.legacy.entity;

import java.io.Serializable;
import java.util.Map;

/**
 * One row of an older system as it was read.
 *
 * @param ordinal where it stands: the line of the file on which it begins, or its number in the
 *     order of the keys; from 1, growing, and the same in every reading of an unchanged source
 * @param mark where reading goes on after this row: the line again, or the key as the source
 *     compares it
 * @param problem why the cells cannot be trusted, for example {@code too-many-columns}; null if
 *     they can
 * @param cells what stands in the known columns, under their names; nothing for NULL and blank.
 *     Numbers as plain decimals with a point, bits as 0 and 1, dates as {@code 2019-03-04T08:30},
 *     text as it stands
 */
public record SourceRow(long ordinal, String mark, String problem, Map<String, String> cells)
    implements Serializable {

  public SourceRow {
    cells = Map.copyOf(cells);
  }

  public String cell(String column) {
    return cells.get(column);
  }

  /** Says where the row is and not what it holds, since logs may print it. */
  @Override
  public String toString() {
    return "row " + ordinal;
  }
}
