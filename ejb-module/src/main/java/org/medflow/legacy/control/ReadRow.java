package org.medflow.legacy.control;

import org.medflow.legacy.entity.SourceRow;

/**
 * A row with what it says by itself, whoever is here already.
 *
 * @param key cleaned; null when there is none
 * @param problem why the row cannot be known by its key, null when it can
 * @param hash keyed, over all cells
 * @param totals what it adds to the totals of its table
 * @param said what the target read in it; null for a row with a problem
 * @param failure what broke while it was read, null when nothing did
 */
public record ReadRow(
    SourceRow row,
    String key,
    String problem,
    byte[] hash,
    Totals totals,
    Object said,
    RuntimeException failure) {

  /** Says where the row is and not what it holds, since logs may print it. */
  @Override
  public String toString() {
    return row.toString();
  }
}
