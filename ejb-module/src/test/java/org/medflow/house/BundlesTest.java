package org.medflow.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.medflow.house.Repository.Source;

/** What is said in French is said in English, and every error has words. */
class BundlesTest {

  private static final String ERRORS = "ejb-module/src/main/resources/org/medflow/i18n/errors_";
  private static final Pattern FRENCH = Pattern.compile("_fr\\.properties$");

  private static final Pattern CODE =
      Pattern.compile(
          "(?:new (?:Conflict|Forbidden|NotFound|Unavailable|Invalid)\\(\\s*"
              + "|Invalid\\.field\\(\\s*\"?[\\w.\\[\\]]+\"?,\\s*"
              + "|new FieldError\\(\\s*\"?[\\w.\\[\\]]+\"?,\\s*)\"([a-z0-9-]+)\"");

  @Test
  void saysInBothLanguagesTheSameThings() {
    var french = Repository.sources().stream().filter(s -> FRENCH.matcher(s.name()).find());
    assertThat(french)
        .isNotEmpty()
        .allSatisfy(
            source -> {
              var english =
                  Path.of(FRENCH.matcher(source.path().toString()).replaceFirst("_en.properties"));
              assertThat(keys(english)).as(source.name()).isEqualTo(keys(source.path()));
            });
  }

  @Test
  void leavesNoTextEmpty() {
    assertThat(Repository.sources().stream().filter(s -> s.is("_fr.properties", "_en.properties")))
        .allSatisfy(
            source ->
                assertThat(load(source.path()).values())
                    .as(source.name())
                    .allSatisfy(text -> assertThat(text.toString()).isNotBlank()));
  }

  @Test
  void hasWordsForEveryErrorThatTheCodeThrows() {
    var known = keys(Repository.root().resolve(ERRORS + "fr.properties"));
    var thrown =
        Repository.java().stream()
            .filter(source -> source.name().contains("src/main/"))
            .flatMap(BundlesTest::codes)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(thrown).hasSizeGreaterThan(10);
    thrown.removeIf(code -> known.contains("error." + code));
    assertThat(thrown).as("codes without error.<code> in the bundles").isEmpty();
  }

  private static java.util.stream.Stream<String> codes(Source source) {
    return CODE.matcher(source.text()).results().map(found -> found.group(1));
  }

  private static Set<String> keys(Path file) {
    return new TreeSet<>(load(file).stringPropertyNames());
  }

  private static Properties load(Path file) {
    var texts = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      texts.load(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return texts;
  }
}
