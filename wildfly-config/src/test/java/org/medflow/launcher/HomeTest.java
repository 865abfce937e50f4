package org.medflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

  @TempDir Path folder;

  @Test
  void closesAFolderThatWasOpenToOthers() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

    var home = Home.open(folder);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.root())))
        .isEqualTo("rwx------");
    assertThat(home.blobs()).isDirectory();
  }

  @Test
  void saysWhichFolderCannotBeUsed() throws IOException {
    var file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> Home.open(file.resolve("home")))
        .hasMessageContaining("cannot be used");
  }

  @Test
  void replacesAPrivateFileAsAWhole() throws IOException {
    var file = folder.resolve("secret");
    Files.writeString(file, "old");
    Files.writeString(folder.resolve("secret.new"), "left by a crash");

    Home.writePrivately(file, "new");
    assertThat(file).hasContent("new");
    assertThat(folder.resolve("secret.new")).doesNotExist();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void readsBackTheSettingsItWrote() {
    var file = new EnvFile(folder.resolve("keys.env"));
    var settings = new LinkedHashMap<>(Map.of("A_KEY", "a=b=", "B2", "c"));
    file.write(settings, "A heading.");

    assertThat(file.read()).isEqualTo(settings);
    assertThat(file.path()).content().startsWith("# A heading.\n");
  }

  @Test
  void knowsADatabaseByItsVersionFile() throws IOException {
    var home = Home.open(folder);
    Files.createDirectories(home.pg());
    assertThat(home.hasDatabase()).isFalse();

    Files.writeString(home.pg().resolve("PG_VERSION"), "15");
    assertThat(home.hasDatabase()).isTrue();
  }

  @Test
  void removesAWholeFolderAndDoesNotMindNone() throws IOException {
    Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(folder.resolve("a/b/c"), "x");

    Folders.delete(folder.resolve("a"));
    Folders.delete(folder.resolve("a"));
    assertThat(folder.resolve("a")).doesNotExist();
  }

  @Test
  void namesThePartOfTheSecretsThatIsMissing() throws IOException {
    var home = Home.open(folder);
    Files.writeString(home.secrets(), "MEDFLOW_DB_PASSWORD=x\n");

    assertThatThrownBy(() -> Secrets.of(home).operatorToken())
        .hasMessageContaining("MEDFLOW_OPERATOR_TOKEN is missing");
  }
}
