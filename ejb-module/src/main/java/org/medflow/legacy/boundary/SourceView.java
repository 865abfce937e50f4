package org.medflow.legacy.boundary;

import java.io.Serializable;
import java.util.List;

/**
 * What a source holds.
 *
 * @param system {@code lv} or {@code carevision}
 * @param usable whether a run may begin: there is a table, and no mandatory column is missing
 */
public record SourceView(String source, String system, boolean usable, List<Table> tables)
    implements Serializable {

  /**
   * A table that was found.
   *
   * @param rows how many it has
   * @param target what its rows become: {@code patient}, {@code appointment}, or {@code staged}
   *     while the room they belong to is not built
   * @param missing mandatory columns that are not there
   */
  public record Table(String table, long rows, String target, List<String> missing)
      implements Serializable {}
}
