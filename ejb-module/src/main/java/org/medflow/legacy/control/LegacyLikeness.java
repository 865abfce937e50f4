package org.medflow.legacy.control;

import java.util.List;
import java.util.UUID;
import org.medflow.patient.boundary.Candidate;
import org.medflow.patient.boundary.Decision;
import org.medflow.patient.boundary.Verdict;

/**
 * Who looks like the person of an old record, and what an import may decide by itself. From 60 a
 * likeness is left to a person, with one exception: in these exports whole families share one
 * telephone, so a telephone alone, without any other reason, does not hold a record back. The new
 * record is made and the likeness is written beside it. Nobody is ever linked or joined here.
 */
final class LegacyLikeness {

  private static final int SHOWN = 60;
  private static final String SHARED = "same-phone";
  private static final String TAKEN = "same-identifier";
  private static final String REASON = "Import LV : téléphone partagé, autre fiche à la source";

  private LegacyLikeness() {}

  /** Those that a person has to compare with before a record is made. */
  static List<Candidate> toReview(List<Candidate> candidates) {
    return candidates.stream()
        .filter(candidate -> candidate.score() >= SHOWN && !phoneOnly(candidate))
        .toList();
  }

  /** Why the row waits, as the registry itself would say it. */
  static String reason(List<Candidate> toReview) {
    return toReview.stream().anyMatch(candidate -> candidate.reasons().contains(TAKEN))
        ? "patient-identifier-taken"
        : "patient-likely-duplicate";
  }

  /** The word on each weaker likeness that the record is made in spite of. */
  static List<Decision> othersOf(List<Candidate> candidates) {
    return candidates.stream()
        .filter(candidate -> candidate.score() >= SHOWN)
        .map(candidate -> another(candidate.id()))
        .toList();
  }

  private static Decision another(UUID candidate) {
    return new Decision(candidate, Verdict.ANOTHER_PERSON, REASON);
  }

  private static boolean phoneOnly(Candidate candidate) {
    return candidate.reasons().equals(List.of(SHARED));
  }
}
