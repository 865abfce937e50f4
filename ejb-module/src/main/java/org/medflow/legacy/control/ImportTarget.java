package org.medflow.legacy.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.SourceRow;

/**
 * What the rows of a table become. A room adds its tables by one of these, found by CDI; the engine
 * has done with keys, hashes and repeated rows before it asks. All of it happens in the transaction
 * of the chunk.
 */
public interface ImportTarget {

  boolean takes(LegacyTable table);

  /** What a row becomes, for example {@code patient}. */
  String type();

  /**
   * What each row says by itself, whoever is here: one answer a row, in their order, which comes
   * back in {@link ReadRow#said}. Other threads read ahead by it, without any transaction.
   */
  List<?> read(LegacyTable table, List<SourceRow> rows);

  /** A verdict on each row, in their order; a dry run writes nothing but the same verdicts. */
  List<RowVerdict> load(ImportChunk chunk);

  /**
   * Takes back records that are as this import left them.
   *
   * @param versions by record, the version when it was last taken in
   * @return those that are gone
   */
  List<UUID> remove(Map<UUID, Long> versions);

  /** Gives a record back what it held; empty when somebody worked with it since. */
  Optional<Long> restore(UUID target, long version, byte[] before);
}
