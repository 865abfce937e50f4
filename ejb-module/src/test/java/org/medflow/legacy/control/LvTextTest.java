package org.medflow.legacy.control;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.patient.entity.Sex;

class LvTextTest {

  @Test
  void takesOutWhatKeyboardsAndDatabasesLeft() {
    assertThat(LvText.clean("\uFEFF  Av.\u00A0Lumumba\u0000\r\n\tn°\u200B 12 \u001A"))
        .isEqualTo("Av. Lumumba n° 12");
  }

  @Test
  void joinsAccentsToTheirLetters() {
    assertThat(LvText.clean("Ne\u0301e")).isEqualTo("Née");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "NULL", "null", "Néant", "inconnu", "-", "#N/A", "\u0000"})
  void knowsTheWordsForNothing(String cell) {
    assertThat(LvText.clean(cell)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345", "***", "_", "(0)"})
  void findsNoNameWithoutALetter(String cell) {
    assertThat(LvText.name(cell)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "F, FEMALE",
    "f, FEMALE",
    "Féminin, FEMALE",
    "femme, FEMALE",
    "M, MALE",
    "Masculin, MALE",
    "H, MALE",
    "Homme, MALE",
    "M., MALE",
    "Autre, OTHER",
    "X, UNKNOWN",
    "1, UNKNOWN",
    "'', UNKNOWN"
  })
  void knowsTheWordsForASex(String cell, Sex sex) {
    assertThat(LvSex.of(cell)).isEqualTo(sex);
  }

  @ParameterizedTest
  @CsvSource({
    "Alpha.Testeur@Courrier.Test, alpha.testeur@courrier.test",
    "alpha@mail.example.com,",
    "x@placeholder.org,",
    "pas d'adresse,",
    "a@b,",
    "@b.cd,"
  })
  void keepsAnAddressThatCanBeOne(String cell, String email) {
    assertThat(LvEmail.of(cell)).isEqualTo(email);
  }

  @Property
  void leavesNothingThatADatabaseCannotHold(@ForAll String cell) {
    var text = LvText.clean(cell);
    if (text != null) {
      assertThat(text).isNotBlank().doesNotContain("\u0000", "\n");
      assertThat(text.codePoints())
          .noneMatch(Character::isISOControl)
          .noneMatch(c -> Character.getType(c) == Character.SURROGATE)
          .noneMatch(c -> Character.getType(c) == Character.UNASSIGNED);
    }
  }
}
