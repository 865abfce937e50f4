package org.medflow.platform.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTextsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|en",
        "fr|fr",
        "EN-GB|en",
        "fr-CD,en;q=0.9|fr",
        "en;q=0.5,fr;q=0.4|en",
        "fr;q=0.2, en;q=0.8|en",
        "de, en;q=0.1|en",
        "*, fr;q=0.3|fr",
        "en;q=0,fr|fr"
      })
  void takesTheLanguageWithTheGreatestWeight(String header, String language) {
    assertThat(ErrorTexts.language(header, null).getLanguage()).isEqualTo(language);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "de", "*", "en;q=zz", "------", "en;q=2", ",,,,", ";q=1", "\u0000"})
  void takesThePersonsOwnWhenTheHeaderSaysNothingUsable(String header) {
    assertThat(ErrorTexts.language(header, "en")).isEqualTo(Locale.ENGLISH);
    assertThat(ErrorTexts.language(header, null)).isEqualTo(Locale.FRENCH);
    assertThat(ErrorTexts.language(header, "xx")).isEqualTo(Locale.FRENCH);
  }

  @Test
  void readsAnEndlessHeaderInNoTime() {
    assertThat(ErrorTexts.language("-".repeat(10_000), null)).isEqualTo(Locale.FRENCH);
    assertThat(ErrorTexts.language("de,".repeat(10_000) + "en", null)).isEqualTo(Locale.FRENCH);
  }

  @Test
  void speaksBothLanguagesAndFrenchToTheRest() {
    assertThat(ErrorTexts.of("not-found", Locale.ENGLISH)).isEqualTo("Not found.");
    assertThat(ErrorTexts.of("not-found", Locale.FRENCH)).isEqualTo("Introuvable.");
    assertThat(ErrorTexts.of("not-found", Locale.GERMAN)).isEqualTo("Introuvable.");
  }

  @Test
  void hasASentenceForACodeThatNobodyWroteDown() {
    assertThat(ErrorTexts.of("no-such-code", Locale.ENGLISH))
        .isEqualTo(ErrorTexts.of("internal", Locale.ENGLISH));
  }
}
