package org.medflow.legacy.control;

import java.util.List;
import java.util.UUID;
import org.medflow.legacy.entity.Outcome;
import org.medflow.patient.boundary.Candidate;

/**
 * What is to be written down about a row.
 *
 * @param target our record, when there is one
 * @param candidates records that a person has to compare with
 */
public record RowVerdict(Outcome outcome, String reason, UUID target, List<UUID> candidates) {

  static RowVerdict done(Outcome outcome, UUID target) {
    return new RowVerdict(outcome, null, target, List.of());
  }

  public static RowVerdict aside(Outcome outcome, String reason) {
    return new RowVerdict(outcome, reason, null, List.of());
  }

  static RowVerdict review(String reason, List<Candidate> candidates) {
    return new RowVerdict(
        Outcome.REVIEW, reason, null, candidates.stream().map(Candidate::id).toList());
  }
}
