package org.medflow.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.medflow.harness.Settings;

/**
 * THIRD-PARTY.md lists what the build really packs. The listing is made anew at every run into
 * {@code ear/target/THIRD-PARTY.md}; when a library came, went or changed, copy that file over the
 * committed one and write the licence where it says {@code ?}.
 */
class ThirdPartyIT {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (?!library )([\\w.-]+) \\| ([^|]*) \\| ([^|]*) \\|$");

  private static final Path COMMITTED = Settings.root().resolve("THIRD-PARTY.md");

  private static Map<String, String> shipped() throws IOException {
    return ShippedJars.in(
        Settings.target().resolve("medflow.ear"),
        Settings.root().resolve("wildfly-config/target/lib"));
  }

  private static Map<String, String> columns(String text, int column) {
    return ROW.matcher(text)
        .results()
        .collect(
            Collectors.toMap(
                row -> row.group(1), row -> row.group(column).trim(), (a, b) -> a, TreeMap::new));
  }

  @Test
  void listsExactlyWhatIsPacked() throws IOException {
    var committed = Files.readString(COMMITTED);
    var licences = columns(committed, 3);
    var rows =
        shipped().entrySet().stream()
            .map(
                jar ->
                    "| %s | %s | %s |"
                        .formatted(
                            jar.getKey(), jar.getValue(), licences.getOrDefault(jar.getKey(), "?")))
            .collect(Collectors.joining("\n"));
    var fresh =
        committed.replaceFirst("(?s)(\\|---\\|---\\|---\\|\\n).*?\\n\\n", "$1" + rows + "\n\n");
    Files.writeString(Settings.target().resolve("THIRD-PARTY.md"), fresh);
    assertThat(columns(committed, 2)).as("copy ear/target/THIRD-PARTY.md").isEqualTo(shipped());
  }

  @Test
  void namesALicenceForEach() throws IOException {
    assertThat(columns(Files.readString(COMMITTED), 3))
        .isNotEmpty()
        .allSatisfy((name, licence) -> assertThat(licence).as(name).isNotBlank().isNotEqualTo("?"));
  }
}
