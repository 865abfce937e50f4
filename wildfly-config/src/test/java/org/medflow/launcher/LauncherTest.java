package org.medflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
