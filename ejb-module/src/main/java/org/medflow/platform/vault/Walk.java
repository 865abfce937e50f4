package org.medflow.platform.vault;

import java.time.Instant;
import java.util.UUID;

/**
 * How far the re-encryption of one column is.
 *
 * @param key the key that seals its values anew
 * @param after everything up to this id was looked at in the present pass
 */
record Walk(Column column, int key, State state, UUID after, Amounts amounts, Times times) {

  /** From the first to the last; a check that finds values left goes back to walking. */
  enum State {
    WAITING,
    WALKING,
    CHECKING,
    DONE
  }

  /** What was to be done at the start, and what is. */
  record Amounts(long total, long resealed) {}

  /** When it began, when the last pass was through; null for what has not been. */
  record Times(Instant began, Instant passed) {}
}
