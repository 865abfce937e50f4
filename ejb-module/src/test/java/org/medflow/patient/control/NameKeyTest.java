package org.medflow.patient.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Élisabeth Kabongo|ELISABETH KABONGO",
        "kabongo elisabeth|ELISABETH KABONGO",
        "N'Kongolo|NKONGOLO",
        "N’Kongolo|NKONGOLO",
        "Jean-Pierre|JEAN PIERRE",
        "Œuvray|OEUVRAY",
        "  Mbuyi   Tshala |MBUYI TSHALA",
        "Gonçalves|GONCALVES",
        "...|''"
      })
  void writesNamesInOneForm(String typed, String key) {
    assertThat(NameKey.of(typed).text()).isEqualTo(key);
  }

  @Test
  void leavesOutPartsThatAreNotThere() {
    assertThat(NameKey.of("Kabongo", null, "Jean").text()).isEqualTo("JEAN KABONGO");
  }

  @Test
  void keepsAnAccentTypedAsTwoCharacters() {
    var decomposed = Normalizer.normalize("Hélène", Normalizer.Form.NFD);
    assertThat(NameKey.of(decomposed)).isEqualTo(NameKey.of("Hélène"));
  }

  @Test
  void soundsStandInTheOrderOfTheTokens() {
    var key = NameKey.of("Tshibangu", "Jean");
    assertThat(key.soundText().split(" ")).hasSameSizeAs(key.tokens());
    assertThat(key.sounds()).containsExactly(NameSound.of("JEAN"), NameSound.of("TSHIBANGU"));
  }

  @Test
  void givesATokenWithoutLatinLettersAPlaceHolder() {
    assertThat(NameKey.of("Ivan", "Иван").soundText().split(" ")).hasSize(2).contains("-");
  }

  @Property
  void orderDoesNotMatter(
      @ForAll @Size(max = 5)
          List<@StringLength(min = 1, max = 12) @CharRange(from = 'a', to = 'z') String> names,
      @ForAll long seed) {
    var mixed = new ArrayList<>(names);
    Collections.shuffle(mixed, new Random(seed));
    assertThat(NameKey.of(String.join(" ", mixed))).isEqualTo(NameKey.of(String.join(" ", names)));
  }

  @Property
  void accentsDoNotMatter(
      @ForAll
          @StringLength(max = 30)
          @CharRange(from = 'a', to = 'z')
          @CharRange(from = 'À', to = 'Ö')
          @CharRange(from = 'Ø', to = 'ö')
          @CharRange(from = 'ø', to = 'ž')
          String name) {
    var bare = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    assertThat(NameKey.of(bare)).isEqualTo(NameKey.of(name));
  }

  @Property
  void aKeyIsItsOwnKey(@ForAll @StringLength(max = 60) String anything) {
    var key = NameKey.of(anything).text();
    assertThat(NameKey.of(key).text()).isEqualTo(key);
  }
}
