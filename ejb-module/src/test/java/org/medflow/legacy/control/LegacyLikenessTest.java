package org.medflow.legacy.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.patient.boundary.Candidate;
import org.medflow.patient.boundary.Verdict;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.patient.entity.Sex;

class LegacyLikenessTest {

  @Test
  void leavesTheSameNameToAPerson() {
    var same = candidate(65, "same-names");
    assertThat(LegacyLikeness.toReview(List.of(same))).containsExactly(same);
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 68, 76})
  void doesNotHoldAFamilyBackForItsTelephone(int score) {
    var family = candidate(score, "same-phone");
    assertThat(LegacyLikeness.toReview(List.of(family))).isEmpty();
    assertThat(LegacyLikeness.othersOf(List.of(family)))
        .singleElement()
        .satisfies(
            decision -> {
              assertThat(decision.candidate()).isEqualTo(family.id());
              assertThat(decision.verdict()).isEqualTo(Verdict.ANOTHER_PERSON);
              assertThat(decision.reason()).isNotBlank();
            });
  }

  @Test
  void asksWhenNameAndTelephoneAgree() {
    var both = candidate(88, "same-phone", "same-names");
    assertThat(LegacyLikeness.toReview(List.of(candidate(65, "same-phone"), both)))
        .containsExactly(both);
  }

  @Test
  void saysWhenTheOldNumberIsTaken() {
    assertThat(LegacyLikeness.reason(List.of(candidate(100, "same-identifier"))))
        .isEqualTo("patient-identifier-taken");
    assertThat(LegacyLikeness.reason(List.of(candidate(85, "same-names"))))
        .isEqualTo("patient-likely-duplicate");
  }

  private static Candidate candidate(int score, String... reasons) {
    return new Candidate(
        UUID.randomUUID(),
        "PAT2026-000001",
        "TESTEUR",
        null,
        "Alpha",
        null,
        BirthPrecision.UNKNOWN,
        Sex.FEMALE,
        null,
        score,
        List.of(reasons));
  }
}
