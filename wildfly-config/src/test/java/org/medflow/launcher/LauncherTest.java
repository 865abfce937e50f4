package org.medflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

  @TempDir Path folder;

  @Test
  void endsWithTwoOnAWrongCommandLine() {
    assertThat(Launcher.exitCode("run", "--quickly")).isEqualTo(LauncherProblem.USAGE);
  }

  @Test
  void explainsItselfWhenAsked() {
    assertThat(Launcher.exitCode("help")).isZero();
  }

  @Test
  void makesTheFolderOfAnImportIndependentOfWhereWeStand() {
    assertThat(ImportVerb.source("csv:" + folder.resolve("../" + folder.getFileName())))
        .isEqualTo("csv:" + folder.toAbsolutePath().normalize());
  }

  @Test
  void refusesAnImportFromAnythingElse() {
    assertThatThrownBy(() -> ImportVerb.source("jdbc:x")).hasMessageContaining("csv:DIR");
    assertThatThrownBy(() -> ImportVerb.source("csv:")).hasMessageContaining("csv:DIR");
    assertThatThrownBy(() -> ImportVerb.source("csv:" + folder.resolve("none")))
        .hasMessageContaining("is not a folder");
  }

  @Test
  void readsTheDatabaseOfCareVisionByItsName() {
    assertThat(ImportVerb.source("carevision")).isEqualTo("carevision");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import",
        "import --wait",
        "import --source csv:. --resume 0190a000-0000-7000-8000-000000000000",
        "import --resume x --rollback y",
        "import --resume 0190a000-0000-7000-8000-000000000000 --dry-run",
        "import --rollback 0190a000-0000-7000-8000-000000000000 --clinic KIN"
      })
  void refusesAnImportThatCannotBeMeant(String line) {
    var verb = new ImportVerb(Home.open(folder), Arguments.parse(line.split(" ")));
    assertThatThrownBy(verb::check)
        .isInstanceOfSatisfying(
            LauncherProblem.class,
            problem -> assertThat(problem.exitCode()).isEqualTo(LauncherProblem.USAGE));
  }

  @ParameterizedTest
  @CsvSource({"10, 7, true, true", "10, 6, true, false", "10, 7, false, false"})
  void believesOnlyAReportThatAddsUp(long read, long created, boolean said, boolean believed)
      throws IOException {
    var report =
        """
        {"addsUp":%s,"tables":[{"table":"LV_Patients","read":%d,"created":%d,"updated":0,
         "unchanged":1,"orphan":0,"invalid":1,"review":1,"error":0,"sums":[]}]}
        """
            .formatted(said, read, created);
    assertThat(ImportVerb.addsUp(new ObjectMapper().readTree(report))).isEqualTo(believed);
  }

  @Test
  void keepsOneTimeLinksAsTheHashThatTheServerCompares() {
    assertThat(HexFormat.of().formatHex(FirstAdministrator.hash("abc")))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void letsOnlyOneSupervisorHoldAFolder() throws IOException {
    var home = Home.open(folder);
    assertThat(Supervision.active(home)).isFalse();
    try (var lock = Supervisor.lock(home)) {
      assertThat(lock.isValid()).isTrue();
    }
    assertThat(Supervision.active(home)).isFalse();
  }
}
