package org.medflow.patient.control;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypingTest {

  @ParameterizedTest
  @CsvSource({
    "KABONGO,KABNGO,true",
    "KABONGO,KABBONGO,true",
    "KABONGO,KABOGNO,true",
    "KABONGO,KABINGO,true",
    "KABONGO,KABONGO,true",
    "KABONGO,KABONG,true",
    "KABONGO,KABANGA,false",
    "KABONGO,ABONG,false",
    "KABONGO,BAKONGO,false",
    "A,B,true",
    "'',A,true",
    "'','',true",
    "AB,BA,true",
    "AB,CD,false"
  })
  void countsOneErrorAtMost(String one, String other, boolean near) {
    assertThat(Typing.oneError(one, other)).isEqualTo(near);
  }

  @Property
  void isSymmetric(
      @ForAll @AlphaChars @StringLength(max = 6) String a,
      @ForAll @AlphaChars @StringLength(max = 6) String b) {
    assertThat(Typing.oneError(a, b)).isEqualTo(Typing.oneError(b, a));
  }

  @Property
  void aDroppedLetterIsOneError(
      @ForAll @AlphaChars @StringLength(min = 2, max = 12) String word,
      @ForAll @IntRange(max = 11) int at) {
    int place = at % word.length();
    assertThat(Typing.oneError(word, word.substring(0, place) + word.substring(place + 1)))
        .isTrue();
  }
}
