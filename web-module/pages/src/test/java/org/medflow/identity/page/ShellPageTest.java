package org.medflow.identity.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellPageTest {

  @ParameterizedTest
  @CsvSource({
    "/patients, /patients, true, page",
    "/patients, /patients/nouveau, true, ",
    "/patients, /patients/7/resume, false, true",
    "/patients, /patientsX, false, ",
    "/migrations, /migrations/codes, false, true",
    "/accueil, /migrations/codes, false, "
  })
  void marksTheEntryThatOneIsAtOrBelow(String entry, String here, boolean listed, String mark) {
    assertThat(ShellPage.current(entry, here, listed)).isEqualTo(mark);
  }
}
