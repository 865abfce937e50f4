package org.medflow.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.medflow.house.Repository.Source;

/** Nothing that opens a door is kept in the repository. */
class SecretScanTest {

  private static final String WORD = "password";

  private static final Map<String, Pattern> SHAPES =
      Map.of(
          "private key",
          Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY"),
          "cloud key",
          Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"),
          "vendor token",
          Pattern.compile("\\b(ghp|gho|glpat|xox[abp]|sk_live|rk_live)[-_][\\w-]{16,}"),
          "web token",
          Pattern.compile("\\beyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{10,}"),
          WORD,
          Pattern.compile(
              "(?i)(password|passwd|secret|token)\\s*[=:]\\s*"
                  + "[\"']?[\\w!@#%^&*+/-]{8,}[\"']?\\s*$"),
          "hex secret",
          Pattern.compile("\\b[0-9a-fA-F]{48,}\\b"),
          "base64 secret",
          Pattern.compile(
              "(?<![\\w/+.-])(?=[\\w+/]*[0-9])(?=[\\w+/]*[a-z])(?=[\\w+/]*[A-Z])"
                  + "[A-Za-z0-9+/]{40,}={0,2}(?![\\w/.-])"));

  /** What looks like a secret and is none; each with the reason why. */
  private static final List<Allowed> ALLOWED =
      List.of(
          new Allowed(
              "ejb-module/src/test/java/org/medflow/house/SecretScanTest.java", "the shapes"),
          new Allowed("batch-jobs/samples/lv/LV_Patients.csv", "an over-long file number of nines"),
          new Allowed(
              "web-module/api/src/test/java/org/medflow/platform/web/JsonTest.java",
              "a number too large to read"),
          new Allowed(
              "wildfly-config/src/test/java/org/medflow/launcher/LauncherTest.java",
              "the published SHA-256 of abc"),
          new Allowed(
              "wildfly-config/src/main/java/org/medflow/launcher/RandomText.java", "an alphabet"));

  /** A file in which shapes of secrets are known to be harmless. */
  private record Allowed(String file, String why) {}

  private static Stream<String> found(Source source) {
    return SHAPES.entrySet().stream()
        .flatMap(
            shape ->
                source.lines().stream()
                    .filter(line -> shape.getValue().matcher(line).find())
                    .filter(line -> !(shape.getKey().equals(WORD) && texts(source)))
                    .map(line -> shape.getKey() + " in " + source.name()))
        .distinct();
  }

  @Test
  void findsNoSecretInAnyFile() {
    assertThat(
            Repository.sources().stream().filter(s -> !allowed(s)).flatMap(SecretScanTest::found))
        .as("make it at installation time, read it from the environment, and change it now")
        .isEmpty();
  }

  @Test
  void recognisesWhatItLooksFor() {
    var key = "-----BEGIN EC PRIVATE" + " KEY-----";
    var aws = "AKIA" + "IOSFODNN7EXAMPLE";
    var literal = "db.password=" + "hunter2hunter2";
    var hex = "0123456789abcdef".repeat(4);
    assertThat(List.of(key, aws, literal, hex))
        .allSatisfy(line -> assertThat(matching(line)).as(line).isNotEmpty());
  }

  @Test
  void leavesPlaceholdersAlone() {
    assertThat(
            List.of(
                "password = System.getenv(\"MEDFLOW_DB_PASSWORD\")",
                "<password>${env.MEDFLOW_DB_PASSWORD}</password>",
                "error.password-too-short=Au moins 15 caractères."))
        .allSatisfy(line -> assertThat(matching(line)).as(line).isEmpty());
  }

  @Test
  void allowsOnlyFilesThatAreThere() {
    var names = Repository.sources().stream().map(Source::name).toList();
    assertThat(ALLOWED)
        .allSatisfy(
            allowed -> {
              assertThat(names).contains(allowed.file());
              assertThat(allowed.why()).isNotBlank();
            });
  }

  private static List<String> matching(String line) {
    return SHAPES.entrySet().stream()
        .filter(shape -> shape.getValue().matcher(line).find())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** In a bundle the word for a password is followed by a text for people. */
  private static boolean texts(Source source) {
    return source.is("_fr.properties", "_en.properties");
  }

  private static boolean allowed(Source source) {
    return ALLOWED.stream().anyMatch(allowed -> allowed.file().equals(source.name()));
  }
}
