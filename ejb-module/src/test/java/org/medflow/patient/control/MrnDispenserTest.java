package org.medflow.patient.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.medflow.patient.entity.IdentifierSystem;
import org.medflow.platform.number.Numbering;

class MrnDispenserTest {

  private final MrnDispenser dispenser = new MrnDispenser();

  MrnDispenserTest() {
    dispenser.numbering =
        new Numbering() {
          private long last;

          @Override
          public long next(String scope, String period) {
            return ++last;
          }
        };
  }

  @Test
  void writesAtLeastSixDigits() {
    assertThat(MrnDispenser.mrn(2026, 7)).isEqualTo("PAT2026000007");
    assertThat(MrnDispenser.mrn(2026, 1_234_567)).isEqualTo("PAT20261234567");
  }

  @Test
  void handsTheNumberOfARefusedRegistrationOutAgain() {
    var first = dispenser.take(2026);
    dispenser.giveBack(2026, first);
    assertThat(dispenser.take(2026)).isEqualTo(first);
    assertThat(dispenser.take(2026)).isEqualTo("PAT2026000002");
  }

  @Test
  void keepsTheYearsApart() {
    dispenser.giveBack(2025, dispenser.take(2025));
    assertThat(dispenser.take(2026)).startsWith("PAT2026");
  }

  @Test
  void comparesIdentifiersHoweverTheyAreWritten() {
    assertThat(IdentifierSystem.normalise(" ab-12/34 ")).isEqualTo("AB1234");
    assertThat(IdentifierSystem.of("lv")).contains(IdentifierSystem.LV);
    assertThat(IdentifierSystem.of("LV")).isEmpty();
    assertThat(IdentifierSystem.of(null)).isEmpty();
    assertThat(IdentifierSystem.PACS.strong()).isFalse();
    assertThat(IdentifierSystem.NATIONAL_ID.code()).isEqualTo("national_id");
  }
}
