package org.medflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingTest {

  private static final Path ROOT = Path.of("..");
  private static final List<String> SOURCES =
      List.of("ejb-module", "batch-jobs", "web-module/api", "web-module/pages", "wildfly-config");
  private static final Pattern NAMED =
      Pattern.compile("(?:\"|env\\.)((?:MEDFLOW|PHI|LEGACY_PHI|CAREVISION)_[A-Z0-9_]*[A-Z0-9])\\b");
  private static final Pattern LIMIT = Pattern.compile("Allowance\\.of\\(\"([A-Z_]+)\"");
  private static final Pattern SOURCE = Pattern.compile("\"((?:SQL_[A-Z_]+)|ENABLED|MAPPING)\"");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\| [^|]+ \\| [^|]+ \\| ([a-z]+) \\| ([^|]+) \\|$");

  /** What of a setting its row in the page must say. */
  private record Row(String name, boolean secret, String shape, String origin) {}

  @Test
  void listsWhatTheProgramReadsAndNothingElse() throws IOException {
    var read = new TreeSet<String>();
    for (var file : sources()) {
      var text = Files.readString(file);
      find(NAMED, text, "", read);
      find(LIMIT, text, "MEDFLOW_LIMIT_", read);
      if (file.endsWith("CareVisionSettings.java")) {
        find(SOURCE, text, "CAREVISION_", read);
      }
    }
    read.removeIf(name -> name.endsWith("_V"));
    assertThat(read).contains("MEDFLOW_DB_POOL", "MEDFLOW_LIMIT_SEARCH_PER_MINUTE");
    assertThat(names()).containsExactlyElementsOf(read);
  }

  @Test
  void isExplainedInThePageAsItIs() throws IOException {
    var page = Files.readString(ROOT.resolve("docs/settings.md"));
    var told = ROW.matcher(page).results().map(found -> row(found, page)).toList();
    var known =
        Arrays.stream(Setting.values())
            .map(s -> new Row(s.name(), s.secret(), s.shape().words(), s.origin().words()))
            .toList();
    assertThat(told).containsExactlyInAnyOrderElementsOf(known);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MEDFLOW_TREADS    | 4      | MEDFLOW_TREADS is no setting",
        "MEDFLOW_THREDAS   | 4      | is MEDFLOW_THREADS meant",
        "MEDFLOW_THREADS   | many   | MEDFLOW_THREADS has to be a whole number above 0.",
        "MEDFLOW_THREADS   | 0      | MEDFLOW_THREADS has to be a whole number above 0.",
        "MEDFLOW_SMTP_PORT | 70000  | MEDFLOW_SMTP_PORT has to be a port from 1 to 65535.",
        "MEDFLOW_HEAP      | 2 GB   | MEDFLOW_HEAP has to be a size such as 512m or 2g.",
        "MEDFLOW_DB_URL    | oracle | MEDFLOW_DB_URL has to be an address",
        "CAREVISION_ENABLED| maybe  | CAREVISION_ENABLED has to be true or false.",
        "PHI_INDEX_KEY     | x      | PHI_INDEX_KEY is set by keys.env, not by the environment.",
        "MEDFLOW_DB_HOST   | x      | MEDFLOW_DB_HOST is set by the launcher itself",
        "MEDFLOW_LIMIT_SIGN_IN_PER_ACCOUNT | -1 | has to be a whole number above 0."
      })
  void refusesWhatCannotBeMeant(String name, String value, String sentence) {
    assertThatThrownBy(() -> Setting.check(Map.of(name, value)))
        .isInstanceOf(LauncherProblem.class)
        .hasMessageContaining(sentence)
        .hasMessageNotContaining("value " + value);
  }

  @Test
  void acceptsWhatIsMeantAndWhatIsNotOurs() {
    assertThatCode(
            () ->
                Setting.check(
                    Map.of(
                        "PATH", "/bin",
                        "MEDFLOWER", "rose",
                        "MEDFLOW_HEAP", "2g",
                        "MEDFLOW_SMTP_PORT", "65535",
                        "CAREVISION_SQL_ENCRYPT", "False",
                        "MEDFLOW_DB_URL", "jdbc:postgresql://db:5432/medflow?user=a&password=b")))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesANameInAKeyFileThatNobodyReads() {
    var slip = Map.of("PHI_ENCRYPTION_KEY", "x", "PHI_ENCRYPTON_KEY_V2", "y");
    assertThatThrownBy(() -> Setting.checkNames(slip, Setting.Origin.KEYS))
        .hasMessageContaining("PHI_ENCRYPTON_KEY_V2 is no setting");
    var two = Map.of("PHI_ENCRYPTION_KEY", "x", "PHI_ENCRYPTION_KEY_V2", "y");
    assertThat(Setting.checkNames(two, Setting.Origin.KEYS)).isEqualTo(two);
  }

  private static Row row(MatchResult found, String page) {
    var secret = found.group(2).equals("yes");
    return new Row(found.group(1), secret, found.group(3), section(page, found.start()));
  }

  private static TreeSet<String> names() {
    return Arrays.stream(Setting.values())
        .map(Setting::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void find(Pattern pattern, String text, String prefix, TreeSet<String> into) {
    pattern.matcher(text).results().forEach(found -> into.add(prefix + found.group(1)));
  }

  /** The words of the heading above a row, after its colon. */
  private static String section(String page, int at) {
    int heading = page.lastIndexOf("\n## ", at) + 1;
    var line = page.substring(heading, page.indexOf('\n', heading));
    return line.substring(line.indexOf(": ") + 2);
  }

  private static List<Path> sources() throws IOException {
    var found = new java.util.ArrayList<Path>();
    for (var module : SOURCES) {
      try (var files = Files.walk(ROOT.resolve(module).resolve("src/main"))) {
        files
            .filter(file -> file.toString().matches(".*\\.(java|cli)"))
            .filter(file -> !file.endsWith("Setting.java"))
            .forEach(found::add);
      }
    }
    return found;
  }
}
