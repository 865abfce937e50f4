package org.medflow.patient.control;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSoundTest {

  @ParameterizedTest
  @CsvSource({
    "TSHIBANGU,CIBANGU",
    "TSHALA,CHALA",
    "KABONGO,KABONGU",
    "MWAMBA,MUAMBA",
    "OUEDRAOGO,WEDRAOGO",
    "MBUYI,MBUYYI",
    "BENOIT,BENOI",
    "PHILIPPE,FILIPE",
    "QUENTIN,KENTIN",
    "ILUNGA,ILOUNGA",
    "KASONGO,KAZONGO",
    "KALALA,KARARA",
    "NICOLAS,NIKOLA",
    "MPIANA,NPIANA",
    "THERESE,TEREZE",
    "DJAMBA,JAMBA"
  })
  void hearsTheSameName(String one, String other) {
    assertThat(NameSound.of(one)).isEqualTo(NameSound.of(other));
  }

  @ParameterizedTest
  @CsvSource({"KABONGO,KABANGA", "ILUNGA,ILANGA", "MARIE,MARC", "TSHALA,KALALA", "PAUL,PIERRE"})
  void keepsOtherNamesApart(String one, String other) {
    assertThat(NameSound.of(one)).isNotEqualTo(NameSound.of(other));
  }

  @Property
  void everyNameHasASound(
      @ForAll @StringLength(min = 1, max = 15) @CharRange(from = 'A', to = 'Z') String token) {
    assertThat(NameSound.of(token)).isNotEmpty().doesNotContain(" ", "~");
  }
}
