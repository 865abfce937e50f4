package org.medflow.legacy.boundary;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** What a run did, per table; the counts of a table add up to its {@code read}. */
public record ImportReport(UUID run, String source, boolean dryRun, List<Table> tables)
    implements Serializable {

  /** Outcome counts of one table. */
  public record Table(
      String table,
      long read,
      long created,
      long updated,
      long unchanged,
      long orphan,
      long invalid,
      long review,
      long error)
      implements Serializable {}
}
