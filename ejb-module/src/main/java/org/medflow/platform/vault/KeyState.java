package org.medflow.platform.vault;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How the keys and the values that they seal stand. Nothing in it is secret.
 *
 * @param primary the key that seals now
 * @param ring the keys that this server was given
 * @param used keys that may have sealed values
 */
public record KeyState(
    int primary,
    List<Integer> ring,
    List<Long> used,
    List<Progress> walks,
    List<Count> counts,
    Failures failures) {

  /** The re-encryption of one column, present or last. */
  public record Progress(
      Column column, int key, boolean done, long total, long resealed, Instant began) {
    static Progress of(Walk walk) {
      var amounts = walk.amounts();
      return new Progress(
          walk.column(),
          walk.key(),
          walk.state() == Walk.State.DONE,
          amounts.total(),
          amounts.resealed(),
          walk.times().began());
    }
  }

  /** How many values of a column a key had sealed when they were counted. */
  public record Count(Column column, long key, long amount, Instant at) {}

  /** A value that could not be opened. */
  public record Failure(Column column, UUID row, long key, Instant seenAt) {}

  /** All of them counted, some of them named. */
  public record Failures(long count, List<Failure> first) {}
}
