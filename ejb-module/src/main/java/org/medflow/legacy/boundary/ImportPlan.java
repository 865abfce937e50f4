package org.medflow.legacy.boundary;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.medflow.legacy.entity.LegacyTable;

/**
 * What a job needs in order to begin or go on.
 *
 * @param fingerprint of the source as it was when the run began, null when it may change
 */
public record ImportPlan(String source, byte[] fingerprint, List<Stage> stages)
    implements Serializable {

  /**
   * A table to be read.
   *
   * @param mark the watermark: rows up to it have their outcome; null before the first
   * @param ordinal the ordinal of the row that the mark is of
   */
  public record Stage(LegacyTable table, boolean done, String mark, long ordinal)
      implements Serializable {}

  /** Whether the source is still the one that the run began on. */
  public boolean begunOn(byte[] found) {
    return fingerprint == null || Arrays.equals(fingerprint, found);
  }
}
