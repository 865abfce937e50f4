package org.medflow.legacy.control;

import java.util.List;
import org.medflow.legacy.boundary.LegacySource.SourceTable;

/**
 * A source that was looked at.
 *
 * @param fingerprint what it must still have when a run goes on; null when it may change
 * @param tables with their rows counted
 */
public record SourceReport(String system, byte[] fingerprint, List<SourceTable> tables) {

  public boolean usable() {
    return !tables.isEmpty() && tables.stream().allMatch(table -> table.missing().isEmpty());
  }
}
