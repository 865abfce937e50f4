package org.medflow.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.patient.entity.Sex;
import org.medflow.platform.web.Words;

class BundlesTest {

  private static final Pattern USED = Pattern.compile("t\\['([a-z0-9.-]+)']");
  private static final Pattern SAID =
      Pattern.compile("words\\.of\\((?:\"|')([a-z0-9.-]+)(?:\"|')[,)]");
  private static final Pattern COMMON_BREAK = Pattern.compile("[ ][;:!?»%]|[«] ");

  private final Properties french = bundle("fr");
  private final Properties english = bundle("en");

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
  }

  @Test
  void everyKeyThatAPageUsesIsThere() {
    var used = new TreeSet<String>();
    for (var view : Webapp.files(".xhtml")) {
      find(USED, Webapp.read(view), used);
      find(SAID, Webapp.read(view), used);
    }
    used.removeIf(key -> key.endsWith("."));
    assertThat(french.stringPropertyNames()).containsAll(used);
  }

  @Test
  void everySexAndPrecisionHasItsWords() {
    for (var sex : Sex.values()) {
      assertThat(french).containsKeys("patient.sex." + sex, "patient.sex.short." + sex);
    }
    assertThat(french)
        .containsKeys(
            "patient.precision." + BirthPrecision.MONTH,
            "patient.precision." + BirthPrecision.YEAR,
            "patient.precision." + BirthPrecision.AGE);
  }

  @Test
  void everyScreenOfTheNavigationHasAName() {
    Webapp.screens().stream()
        .filter(screen -> screen.nav() > 0)
        .map(screen -> screen.view().substring(1).replace(".xhtml", "").replace('/', '.'))
        .forEach(view -> assertThat(french).containsKey("nav." + view));
  }

  @Test
  void frenchSignsDoNotComeApartFromTheirWords() {
    french.forEach(
        (key, text) ->
            assertThat(text.toString()).as("%s", key).doesNotContainPattern(COMMON_BREAK));
  }

  @Test
  void noSentenceHasATypewriterApostrophe() {
    french.forEach((key, text) -> assertThat(text.toString()).as("%s", key).doesNotContain("'"));
    english.forEach((key, text) -> assertThat(text.toString()).as("%s", key).doesNotContain("'"));
  }

  @Test
  void saysPluralsInBothLanguages() {
    assertThat(Words.say(Locale.FRENCH, "patient.age", 0)).isEqualTo("moins d’un an");
    assertThat(Words.say(Locale.FRENCH, "patient.age", 1)).isEqualTo("1 an");
    assertThat(Words.say(Locale.FRENCH, "patient.age", 44)).isEqualTo("44 ans");
    assertThat(Words.say(Locale.ENGLISH, "patient.age", 44)).isEqualTo("44 years");
  }

  private static void find(Pattern pattern, String text, Set<String> keys) {
    var match = pattern.matcher(text);
    while (match.find()) {
      keys.add(match.group(1));
    }
  }

  private static Properties bundle(String language) {
    var file = Webapp.BUNDLES.resolve("pages_" + language + ".properties");
    try (var reader = Files.newBufferedReader(file)) {
      var texts = new Properties();
      texts.load(reader);
      assertThat(new HashSet<>(texts.keySet())).isNotEmpty();
      return texts;
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
