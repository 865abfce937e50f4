package org.medflow.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCodesTest {

  @Test
  void makesTenThatDiffer() {
    var codes = RecoveryCodes.fresh();
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    assertThat(codes).allMatch(code -> code.matches("[A-HJ-NP-Z2-9]{5}-[A-HJ-NP-Z2-9]{5}"));
    assertThat(RecoveryCodes.fresh()).doesNotContainAnyElementsOf(codes);
  }

  @Test
  void takesThemHoweverTheyAreTyped() {
    assertThat(RecoveryCodes.plain("abcde-fgh23")).isEqualTo("ABCDEFGH23");
    assertThat(RecoveryCodes.plain(" ABCDE FGH23 ")).isEqualTo("ABCDEFGH23");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123456", "ABCDE-FGH2", "ABCDE-FGH234", "ABCDE-FGHO1", "ABCDE_FGH23"})
  void takesNothingElse(String typed) {
    assertThat(RecoveryCodes.plain(typed)).isEmpty();
    assertThat(RecoveryCodes.plain(null)).isEmpty();
  }
}
