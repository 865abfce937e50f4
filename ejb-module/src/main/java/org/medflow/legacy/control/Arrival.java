package org.medflow.legacy.control;

import org.medflow.legacy.control.LegacyMappingQuery.Mapping;
import org.medflow.legacy.entity.SourceRow;

/**
 * A row that is new or has changed. Each is equal to itself only, as the rows of a file are.
 *
 * @param known the record that stands for the row already; null when none does
 * @param sure whether a person has said that it is nobody who is here
 */
public record Arrival(ReadRow read, Mapping known, boolean sure) {

  public SourceRow row() {
    return read.row();
  }

  public String key() {
    return read.key();
  }

  public byte[] hash() {
    return read.hash();
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(row().ordinal());
  }
}
