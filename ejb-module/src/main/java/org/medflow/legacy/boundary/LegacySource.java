package org.medflow.legacy.boundary;

import java.util.List;
import java.util.Optional;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.SourceRow;

/**
 * An older system to read from, opened for one run and closed after it. Trouble that may pass
 * (connection lost, time-out, deadlock) is a {@link SourceLost}; the run goes on later from its
 * watermark.
 */
public interface LegacySource extends AutoCloseable {

  /** What this source holds of the tables that are known, in the order of their loading. */
  List<SourceTable> tables();

  /**
   * Rows of a table behind a mark, in the order of the marks; all of them when it is null.
   *
   * @param ordinal the ordinal of the row that the mark is of, 0 when there is none
   */
  RowReader read(LegacyTable table, String afterMark, long ordinal);

  /** What says whether the source is still the one that a run began on; null when it may change. */
  byte[] fingerprint();

  @Override
  void close();

  /** The rows of one table. */
  interface RowReader extends AutoCloseable {
    Optional<SourceRow> next();

    @Override
    void close();
  }

  /**
   * A table found.
   *
   * @param rows how many there are, -1 when only reading would tell
   * @param missing mandatory columns that are not there, as the source should name them
   */
  record SourceTable(LegacyTable table, long rows, List<String> missing) {}
}
