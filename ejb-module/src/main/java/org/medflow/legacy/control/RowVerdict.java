package org.medflow.legacy.control;

import java.util.List;
import java.util.UUID;
import org.medflow.legacy.entity.Outcome;

/**
 * What becomes of a row.
 *
 * @param target our record that the row stands for from now on; null when there is none, and in a
 *     dry run
 * @param version the version of that record
 * @param candidates records that a person has to compare with
 * @param notes what was left out or put right
 * @param before what the record held before it was changed, so that the run can be taken back
 */
public record RowVerdict(
    Outcome outcome,
    String reason,
    UUID target,
    long version,
    List<UUID> candidates,
    List<String> notes,
    byte[] before) {

  public static RowVerdict done(Outcome outcome, UUID target, long version) {
    return new RowVerdict(outcome, null, target, version, List.of(), List.of(), null);
  }

  public static RowVerdict aside(Outcome outcome, String reason) {
    return new RowVerdict(outcome, reason, null, 0, List.of(), List.of(), null);
  }

  public static RowVerdict review(String reason, List<UUID> candidates) {
    return new RowVerdict(Outcome.REVIEW, reason, null, 0, candidates, List.of(), null);
  }

  RowVerdict noting(List<String> found) {
    return new RowVerdict(outcome, reason, target, version, candidates, List.copyOf(found), before);
  }

  RowVerdict keeping(byte[] image) {
    return new RowVerdict(outcome, reason, target, version, candidates, notes, image);
  }

  /** Whether the row waits: for a person, or for what it belongs to. */
  boolean isAside() {
    return switch (outcome) {
      case CREATED, UPDATED, UNCHANGED -> false;
      default -> true;
    };
  }
}
