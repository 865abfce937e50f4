package org.medflow.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.medflow.house.Repository.Source;

/** Size and shape of what people read (architecture 5). */
class SizeBudgetTest {

  private static final int FILE_LINES = 400;
  private static final int ASK_WHY = 200;
  private static final int METHOD_LINES = 40;
  private static final int PARAMETERS = 5;
  private static final int COLUMNS = 100;
  private static final double TEST_SHARE = 0.8;

  private static final System.Logger LOG = System.getLogger(SizeBudgetTest.class.getName());

  private static final List<Source> SOURCES = Repository.sources();
  private static final List<Source> JAVA = SOURCES.stream().filter(s -> s.is(".java")).toList();

  @Test
  void keepsEveryFileShort() {
    var read = SOURCES.stream().filter(s -> s.is(".java", ".xhtml", ".js", ".css", ".sql", ".sh"));
    var long200 = read.filter(s -> s.lines().size() >= ASK_WHY).toList();
    long200.forEach(
        s ->
            LOG.log(
                System.Logger.Level.WARNING,
                "ask why: {0} has {1} lines",
                s.name(),
                s.lines().size()));
    assertThat(long200.stream().filter(s -> s.lines().size() > FILE_LINES).map(Source::name))
        .as("files over 400 lines: split them by duty")
        .isEmpty();
  }

  @Test
  void keepsEveryMethodOnOneScreen() {
    assertThat(Methods.of(JAVA).stream().filter(m -> m.lines() > METHOD_LINES))
        .as("methods over 40 lines: name their steps")
        .isEmpty();
  }

  @Test
  void keepsParametersFew() {
    assertThat(
            Methods.of(JAVA).stream()
                .filter(m -> !m.file().startsWith("Offending"))
                .filter(m -> !m.ofRecord() && m.parameters() > PARAMETERS))
        .as("more than five parameters: make them a record")
        .isEmpty();
  }

  @Test
  void keepsLinesWithinAHundredColumns() {
    assertThat(lines(JAVA, line -> line.length() > COLUMNS && !line.startsWith("import ")))
        .as("lines over 100 columns")
        .isEmpty();
  }

  @Test
  void importsNoStars() {
    assertThat(lines(JAVA, line -> line.matches("import (static )?[\\w.]+\\.\\*;")))
        .as("star imports hide what a class uses")
        .isEmpty();
  }

  @Test
  void leavesNothingForLater() {
    var later = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
    assertThat(lines(SOURCES, line -> later.matcher(line).find()))
        .as("finish it, or say in an issue that it is not done")
        .isEmpty();
  }

  @Test
  void swallowsNoException() {
    var empty = Pattern.compile("catch \\([^)]*\\) \\{\\s*(//[^\\n]*\\s*)*\\}");
    assertThat(JAVA.stream().filter(s -> empty.matcher(s.text()).find()).map(Source::name))
        .as("an empty catch block loses the only trace: translate, log or let it go")
        .isEmpty();
  }

  @Test
  void namesNoRegistryHost() {
    var hosts =
        Pattern.compile(
            "(repo1?\\.mav"
                + "en|registry\\.np"
                + "mjs|jit"
                + "pack\\.io|artifac"
                + "tory|deb\\.deb"
                + "ian\\.org|central\\.sona"
                + "type)");
    assertThat(lines(SOURCES, line -> hosts.matcher(line).find()))
        .as("where packages come from is the machine's setting, not the repository's")
        .isEmpty();
  }

  @Test
  void namesNoPathOfOneMachine() {
    var path = Pattern.compile("(?<![\\w.}$>])/(wo" + "rk|ro" + "ot|home/[a-z]+|Us" + "ers)/");
    assertThat(lines(SOURCES, line -> path.matcher(line).find()))
        .as("a path of one machine")
        .isEmpty();
  }

  @Test
  void buildsNoSqlFromValues() {
    var word = "\"[^\"]*\\b(?i:select|insert|update|delete|from|where|set|and|or|by)\\b[^\"]*\"";
    var glued =
        Pattern.compile(
            word + "\\s*\\+\\s*\\w|\\w\\s*\\+\\s*" + word + "|\"\"\"\\s*\\+|\\+\\s*\"\"\"");
    var sql = JAVA.stream().filter(s -> s.is("Query.java", "Loader.java", "Repository.java"));
    assertThat(lines(sql.filter(s -> s.name().contains("src/main")).toList(), glued.asPredicate()))
        .as("SQL is a text block with bound parameters: bind the value")
        .isEmpty();
  }

  @Test
  void provesAsMuchAsItSays() {
    long main = lines(source -> source.name().contains("src/main/"));
    long tests = lines(source -> !source.name().contains("src/main/"));
    LOG.log(System.Logger.Level.INFO, "test lines {0}, main lines {1}", tests, main);
    assertThat((double) tests / main).as("test lines to main lines").isGreaterThan(TEST_SHARE);
  }

  private static long lines(Predicate<Source> of) {
    return JAVA.stream().filter(of).mapToLong(source -> source.lines().size()).sum();
  }

  private static Stream<String> lines(List<Source> sources, Predicate<String> wrong) {
    return sources.stream()
        .flatMap(
            source ->
                IntStream.range(0, source.lines().size())
                    .filter(i -> wrong.test(source.lines().get(i)))
                    .mapToObj(
                        i -> source.name() + ":" + (i + 1) + " " + source.lines().get(i).trim()));
  }
}
