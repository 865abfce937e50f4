package org.medflow.patient.control;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.medflow.patient.boundary.Candidate;
import org.medflow.patient.boundary.Decision;
import org.medflow.patient.boundary.Verdict;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.FieldText;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.error.Invalid;

/**
 * A person decides about every likeness; the machine only insists. "The same" means that nothing is
 * created; "another person" needs a reason, and from 90 on a right; a strong identifier cannot be
 * overruled.
 */
public final class DecisionRules {

  private static final String CANDIDATES = "candidates";
  private static final int LONGEST_REASON = 300;

  private final List<Candidate> candidates;
  private final Map<UUID, Decision> decisions;

  private DecisionRules(List<Candidate> candidates, List<Decision> decisions) {
    this.candidates = candidates;
    this.decisions =
        decisions.stream().collect(Collectors.toMap(Decision::candidate, d -> d, keep()));
  }

  /** Throws unless every likeness was decided so that a new record may be made. */
  public static void check(
      List<Candidate> candidates, List<Decision> decisions, boolean mayOverride) {
    var rules = new DecisionRules(candidates, wellFormed(decisions));
    rules.refuseSame();
    rules.refuseTakenIdentifier();
    rules.refuseUndecided();
    rules.refuseOverride(mayOverride);
  }

  /** The word on this candidate, empty when none was given. */
  public static Optional<Decision> on(Candidate candidate, List<Decision> decisions) {
    return decisions.stream().filter(d -> d.candidate().equals(candidate.id())).findFirst();
  }

  private static List<Decision> wellFormed(List<Decision> decisions) {
    for (var decision : decisions) {
      if (decision == null || decision.candidate() == null || decision.verdict() == null) {
        throw Invalid.field("decisions", "required");
      }
      var reason = new FieldText();
      var text = reason.line("decisions", decision.reason(), LONGEST_REASON);
      reason.check();
      if (decision.verdict() == Verdict.ANOTHER_PERSON && text == null) {
        throw Invalid.field("decisions", "decision-reason-required");
      }
    }
    return decisions;
  }

  private void refuseSame() {
    candidates.stream()
        .filter(candidate -> verdict(candidate) == Verdict.SAME)
        .findFirst()
        .ifPresent(same -> refuse("patient-same", List.of(same)));
  }

  private void refuseTakenIdentifier() {
    var owners = candidates.stream().filter(c -> c.reasons().contains("same-identifier")).toList();
    if (!owners.isEmpty()) {
      refuse("patient-identifier-taken", owners);
    }
  }

  private void refuseUndecided() {
    if (candidates.stream().map(this::verdict).anyMatch(Objects::isNull)) {
      refuse("patient-likely-duplicate", candidates);
    }
  }

  private void refuseOverride(boolean mayOverride) {
    if (!mayOverride && candidates.stream().anyMatch(c -> c.score() >= Likeness.SURE)) {
      throw new Forbidden("override-duplicates-required");
    }
  }

  private Verdict verdict(Candidate candidate) {
    var decision = decisions.get(candidate.id());
    return decision == null ? null : decision.verdict();
  }

  private static void refuse(String code, List<Candidate> candidates) {
    throw new Conflict(code, Map.of(CANDIDATES, candidates));
  }

  private static java.util.function.BinaryOperator<Decision> keep() {
    return (first, second) -> first;
  }
}
