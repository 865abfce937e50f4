package org.medflow.patient.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medflow.patient.boundary.Candidate;
import org.medflow.patient.boundary.Decision;
import org.medflow.patient.boundary.Verdict;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.patient.entity.Sex;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.error.Invalid;

class DecisionRulesTest {

  private static final UUID ONE = new UUID(0, 1);
  private static final UUID TWO = new UUID(0, 2);

  @Test
  void letsSomebodyNewIn() {
    assertThatCode(() -> DecisionRules.check(List.of(), List.of(), false))
        .doesNotThrowAnyException();
  }

  @Test
  void asksAPersonAboutEveryLikeness() {
    var candidates = List.of(candidate(ONE, 75), candidate(TWO, 62));
    var conflict = refused(candidates, List.of(another(ONE, "checked the card")), false);
    assertThat(conflict).isInstanceOf(Conflict.class);
    assertThat(conflict.code()).isEqualTo("patient-likely-duplicate");
    assertThat(conflict.details()).containsEntry("candidates", candidates);
  }

  @Test
  void letsAnotherPersonInWhenAPersonSaidWhy() {
    assertThatCode(
            () ->
                DecisionRules.check(
                    List.of(candidate(ONE, 89)), List.of(another(ONE, "twin")), false))
        .doesNotThrowAnyException();
  }

  @Test
  void wantsAReasonForAnotherPerson() {
    var invalid = refused(List.of(candidate(ONE, 70)), List.of(another(ONE, "  ")), true);
    assertThat(invalid).isInstanceOf(Invalid.class);
    assertThat(invalid.fields().get(0).code()).isEqualTo("decision-reason-required");
  }

  @Test
  void wantsARightFromNinetyOn() {
    var decisions = List.of(another(ONE, "twin"));
    var forbidden = refused(List.of(candidate(ONE, 90)), decisions, false);
    assertThat(forbidden).isInstanceOf(Forbidden.class);
    assertThat(forbidden.code()).isEqualTo("override-duplicates-required");
    assertThatCode(() -> DecisionRules.check(List.of(candidate(ONE, 90)), decisions, true))
        .doesNotThrowAnyException();
  }

  @Test
  void createsNothingForTheSamePerson() {
    var candidates = List.of(candidate(ONE, 75), candidate(TWO, 62));
    var same = refused(candidates, List.of(new Decision(TWO, Verdict.SAME, null)), true);
    assertThat(same.code()).isEqualTo("patient-same");
    assertThat(same.details()).containsEntry("candidates", List.of(candidates.get(1)));
  }

  @Test
  void neverOverrulesAStrongIdentifier() {
    var owner = candidate(ONE, 100, "same-identifier");
    var taken = refused(List.of(owner), List.of(another(ONE, "typing error")), true);
    assertThat(taken.code()).isEqualTo("patient-identifier-taken");
    assertThat(taken.details()).containsEntry("candidates", List.of(owner));
  }

  @Test
  void refusesADecisionWithoutAVerdict() {
    assertThat(refused(List.of(), List.of(new Decision(ONE, null, "x")), true))
        .isInstanceOf(Invalid.class);
    assertThat(refused(List.of(), List.of(new Decision(null, Verdict.SAME, "x")), true))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void passesOverAWordAboutSomebodyWhoIsNotAlikeAnyMore() {
    assertThatCode(() -> DecisionRules.check(List.of(), List.of(another(ONE, "x")), false))
        .doesNotThrowAnyException();
  }

  private static ClinicException refused(
      List<Candidate> candidates, List<Decision> decisions, boolean mayOverride) {
    return catchThrowableOfType(
        ClinicException.class, () -> DecisionRules.check(candidates, decisions, mayOverride));
  }

  private static Decision another(UUID candidate, String reason) {
    return new Decision(candidate, Verdict.ANOTHER_PERSON, reason);
  }

  private static Candidate candidate(UUID id, int score, String... reasons) {
    return new Candidate(
        id,
        "PAT2026000001",
        "KABONGO",
        null,
        "Jean",
        null,
        BirthPrecision.UNKNOWN,
        Sex.MALE,
        null,
        score,
        List.of(reasons));
  }
}
