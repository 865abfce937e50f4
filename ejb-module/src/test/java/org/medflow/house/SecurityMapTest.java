package org.medflow.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.medflow.house.Repository.Source;

/** docs/security.md goes through OWASP ASVS 5.0.0 and names nothing that is not there. */
class SecurityMapTest {

  private static final String FILE = "docs/security.md";
  private static final Pattern NAMED =
      Pattern.compile("`([A-Z]\\w*(?:Test|IT|Bench))(?:\\.(\\w+))?`");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([0-9][0-9., ]*) \\| (.+) \\| (.+) \\|$");

  /** How many requirements each section of the standard's release 5.0.0 has, chapter by chapter. */
  private static final int[][] SECTIONS = {
    {2, 10, 12, 3, 3},
    {3, 3, 5, 2},
    {1, 3, 5, 8, 8, 1, 5},
    {5, 5, 2, 4},
    {1, 6, 3, 3},
    {3, 12, 8, 6, 8, 4, 2, 4},
    {3, 4, 2, 5, 3, 2},
    {4, 4, 3, 2},
    {3, 4},
    {2, 3, 5, 16, 5, 2, 3},
    {4, 5, 5, 4, 2, 2, 2},
    {5, 2, 5},
    {4, 6, 4, 7},
    {2, 8, 3},
    {5, 5, 7, 4},
    {1, 5, 4, 3, 4},
    {2, 8, 2}
  };

  @Test
  void goesThroughEveryRequirementOfTheStandard() {
    var rows = rows();
    var requirements = requirements();
    assertThat(requirements).hasSize(345);
    assertThat(requirements.stream().filter(one -> !covered(one, rows))).isEmpty();
  }

  @Test
  void namesNoRequirementTwiceAndNoneThatIsNotThere() {
    var named = rows();
    assertThat(named).doesNotHaveDuplicates();
    var known = new ArrayList<>(requirements());
    requirements().forEach(one -> known.addAll(List.of(section(one), one.split("\\.")[0])));
    assertThat(named).isSubsetOf(known);
  }

  @Test
  void saysOfEachWhatShowsItOrWhyNot() {
    var file = Repository.text(FILE);
    assertThat(ROW.matcher(file).results().map(row -> row.group(3)))
        .isNotEmpty()
        .allSatisfy(
            shown ->
                assertThat(shown)
                    .matches(
                        text ->
                            NAMED.matcher(text).find()
                                || Pattern.compile(
                                        "setting: |reason: |open|\\.md|permissions.csv|the"
                                            + " same|every journey|`web.xml`")
                                    .matcher(text)
                                    .find()));
  }

  @Test
  void namesOnlyTestsThatExist() {
    var sources =
        Repository.java().stream()
            .collect(Collectors.toMap(SecurityMapTest::name, s -> s, (a, b) -> a));
    var named = NAMED.matcher(Repository.text(FILE)).results().toList();
    assertThat(named).hasSizeGreaterThan(100);
    assertThat(missing(named, sources)).isEmpty();
  }

  private static Map<String, String> missing(List<MatchResult> named, Map<String, Source> sources) {
    var missing = new TreeMap<String, String>();
    for (var found : named) {
      var source = sources.get(found.group(1));
      if (source == null) {
        missing.put(found.group(1), "no such class");
      } else if (found.group(2) != null
          && !source.text().contains("void " + found.group(2) + "(")) {
        missing.put(found.group(1), "no method " + found.group(2));
      }
    }
    return missing;
  }

  private static String name(Source source) {
    return source.path().getFileName().toString().replace(".java", "");
  }

  /** What stands in first columns: requirements, sections, chapters. */
  private static List<String> rows() {
    return ROW.matcher(Repository.text(FILE))
        .results()
        .flatMap(row -> Stream.of(row.group(1).split(",")))
        .map(String::strip)
        .toList();
  }

  private static boolean covered(String requirement, List<String> rows) {
    return rows.contains(requirement)
        || rows.contains(section(requirement))
        || rows.contains(requirement.split("\\.")[0]);
  }

  private static String section(String requirement) {
    return requirement.substring(0, requirement.lastIndexOf('.'));
  }

  private static List<String> requirements() {
    var all = new ArrayList<String>();
    for (int chapter = 0; chapter < SECTIONS.length; chapter++) {
      for (int section = 0; section < SECTIONS[chapter].length; section++) {
        var before = "%d.%d.".formatted(chapter + 1, section + 1);
        IntStream.rangeClosed(1, SECTIONS[chapter][section]).forEach(one -> all.add(before + one));
      }
    }
    return all;
  }
}
