package org.medflow.patient.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medflow.patient.boundary.Candidate;
import org.medflow.patient.boundary.Decision;
import org.medflow.patient.boundary.Verdict;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.patient.entity.Sex;

class LikelyPanelTest {

  private static final UUID FIRST = UUID.randomUUID();
  private static final UUID SECOND = UUID.randomUUID();

  private final LikelyPanel panel = new LikelyPanel();

  @Test
  void aDecisionNeedsAReason() {
    panel.show(List.of(candidate(FIRST, 70)));
    var person = panel.person(FIRST);
    person.ask();
    assertThat(person.settle()).isFalse();
    assertThat(person.isAsking()).isTrue();
    person.setReason(" vu avec la carte ");
    assertThat(person.settle()).isTrue();
    assertThat(panel.decisions())
        .containsExactly(new Decision(FIRST, Verdict.ANOTHER_PERSON, "vu avec la carte"));
  }

  @Test
  void aDecisionStaysWhileTheFormChanges() {
    panel.show(List.of(candidate(FIRST, 70)));
    panel.person(FIRST).setReason("vue");
    panel.person(FIRST).settle();
    panel.show(List.of(candidate(SECOND, 65), candidate(FIRST, 82)));
    assertThat(panel.person(FIRST).isAnother()).isTrue();
    assertThat(panel.person(FIRST).getWho().score()).isEqualTo(82);
    assertThat(panel.person(SECOND).isAnother()).isFalse();
  }

  @Test
  void aDecisionCanBeTakenBack() {
    panel.show(List.of(candidate(FIRST, 70)));
    panel.person(FIRST).setReason("vue");
    panel.person(FIRST).settle();
    panel.person(FIRST).reopen();
    assertThat(panel.decisions()).isEmpty();
  }

  @Test
  void aRefusedSavePointsAtWhatIsOpen() {
    assertThat(panel.isPressing()).isFalse();
    panel.press(List.of(candidate(FIRST, 91)));
    assertThat(panel.isPressing()).isTrue();
    assertThat(panel.person(FIRST).isSure()).isTrue();
    assertThat(panel.person(FIRST).getIntent()).isEqualTo("danger");
  }

  private static Candidate candidate(UUID id, int score) {
    return new Candidate(
        id,
        "PAT1",
        "MBUYI",
        null,
        null,
        null,
        BirthPrecision.UNKNOWN,
        Sex.FEMALE,
        null,
        score,
        List.of("same-phone"));
  }
}
