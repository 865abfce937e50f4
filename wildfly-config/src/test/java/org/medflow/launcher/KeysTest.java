package org.medflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

  @TempDir Path folder;

  private Home home;

  @BeforeEach
  void openHome() {
    home = Home.open(folder.resolve("home"));
  }

  @Test
  void makesKeysForAnEmptyInstallationOnce() {
    var first = Keys.of(home, null, false);
    var second = Keys.of(home, null, true);

    assertThat(first).isEqualTo(second).containsEntry("PHI_KEY_ID", "1");
    assertThat(Base64.getDecoder().decode(first.get("PHI_ENCRYPTION_KEY"))).hasSize(32);
    assertThat(Base64.getDecoder().decode(first.get("PHI_INDEX_KEY"))).hasSize(32);
    assertThat(first.get("PHI_INDEX_KEY")).isNotEqualTo(first.get("PHI_ENCRYPTION_KEY"));
  }

  @Test
  void keepsTheKeysToTheirOwner() throws IOException {
    Keys.of(home, null, false);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.keys())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.root())))
        .isEqualTo("rwx------");
  }

  @Test
  void makesNoNewKeysForADatabaseThatHasData() {
    assertThatThrownBy(() -> Keys.of(home, null, true))
        .isInstanceOf(LauncherProblem.class)
        .hasMessageContaining("keys.env")
        .hasMessageContaining("MEDFLOW_KEYS");
    assertThat(home.keys()).doesNotExist();
  }

  @Test
  void takesTheFileThatIsNamed() throws IOException {
    var elsewhere = folder.resolve("clinic.env");
    Files.writeString(elsewhere, "# ours\n\nPHI_ENCRYPTION_KEY=abc=\nPHI_KEY_ID=2\n");

    assertThat(Keys.of(home, elsewhere.toString(), true))
        .containsEntry("PHI_ENCRYPTION_KEY", "abc=")
        .containsEntry("PHI_KEY_ID", "2");
    assertThat(home.keys()).doesNotExist();
  }

  @Test
  void refusesANamedFileThatIsNotThere() {
    assertThatThrownBy(() -> Keys.of(home, folder.resolve("gone.env").toString(), false))
        .hasMessageContaining("MEDFLOW_KEYS names");
  }

  @Test
  void refusesAGarbledFileWithoutShowingIt() throws IOException {
    Files.writeString(home.keys(), "PHI_ENCRYPTION_KEY abcdef\n");

    assertThatThrownBy(() -> Keys.of(home, null, true))
        .hasMessageContaining("not NAME=value")
        .hasMessageNotContaining("abcdef");
  }
}
