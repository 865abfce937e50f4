package org.medflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerTest {

  @TempDir Path folder;

  private Home home;
  private Build build;

  @BeforeEach
  void layOutABuild() throws IOException {
    home = Home.open(folder.resolve("home"));
    build =
        new Build(
            folder.resolve("medflow-launcher.jar"),
            folder.resolve("wildfly"),
            folder.resolve("medflow.ear"));
    var configuration = build.server().resolve("standalone/configuration");
    Files.createDirectories(configuration);
    Files.writeString(configuration.resolve("medflow.xml"), "<one/>");
    Files.writeString(configuration.resolve("mgmt-users.properties"), "# none");
    Files.writeString(build.server().resolve("medflow-1-a"), "");
    Files.writeString(build.application(), "first");
  }

  private Path laid(String name) {
    return home.server().resolve(name);
  }

  @Test
  void laysDownConfigurationAndApplication() throws IOException {
    new ServerFolder(home, build).prepare();

    assertThat(laid("configuration/medflow.xml")).hasContent("<one/>");
    assertThat(laid("deployments/medflow.ear")).hasContent("first");
    assertThat(laid("deployments/medflow.ear.dodeploy")).exists();
  }

  @Test
  void keepsWhatAnAdministratorConfiguredUntilTheBuildChanges() throws IOException {
    new ServerFolder(home, build).prepare();
    Files.writeString(laid("configuration/medflow.xml"), "<mine/>");

    new ServerFolder(home, build).prepare();
    assertThat(laid("configuration/medflow.xml")).hasContent("<mine/>");

    Files.move(build.server().resolve("medflow-1-a"), build.server().resolve("medflow-1-b"));
    new ServerFolder(home, build).prepare();
    assertThat(laid("configuration/medflow.xml")).hasContent("<one/>");
  }

  @Test
  void makesTheConsoleAccountOnce() throws IOException {
    new ServerFolder(home, build).prepare();
    var card = Files.readString(home.console());
    var users = Files.readString(laid("configuration/mgmt-users.properties"));

    new ServerFolder(home, build).prepare();
    assertThat(home.console()).hasContent(card);
    assertThat(users).matches("console=[0-9a-f]{32}\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.console())))
        .isEqualTo("rw-------");
  }

  @Test
  void givesFurtherNodesTheirOwnFolderAndTheAccountOfTheFirst() throws IOException {
    new ServerFolder(home, build).prepare();
    new ServerFolder(home, build, 2).prepare();

    var second = home.server(2);
    assertThat(second).isNotEqualTo(home.server());
    assertThat(second.resolve("configuration/mgmt-users.properties"))
        .hasSameTextualContentAs(laid("configuration/mgmt-users.properties"));
    assertThat(second.resolve("deployments/medflow.ear")).hasContent("first");
  }

  @Test
  void keepsPasswordsAsTheDigestThatWildFlyCompares() {
    assertThat(ServerFolder.digest("secret")).isEqualTo("2f00b4c16bc8cac35d9c66b09616c6bd");
  }

  @Test
  void bringsANewBuildOfTheApplication() throws IOException {
    new ServerFolder(home, build).prepare();
    Files.writeString(build.application(), "second");
    Files.setLastModifiedTime(build.application(), FileTime.from(Instant.now().plusSeconds(60)));

    new ServerFolder(home, build).prepare();
    assertThat(laid("deployments/medflow.ear")).hasContent("second");
  }

  @Test
  void seesThatTheServerRefusedTheApplication() throws IOException {
    var server = new ServerFolder(home, build);
    server.prepare();
    assertThat(server.deploymentFailed()).isFalse();

    Files.writeString(laid("deployments/medflow.ear.failed"), "why");
    assertThat(server.deploymentFailed()).isTrue();

    server.prepare();
    assertThat(server.deploymentFailed()).isFalse();
  }

  @Test
  void saysWhatIsNotBuilt() throws IOException {
    Files.delete(build.application());

    assertThatThrownBy(() -> new ServerFolder(home, build).prepare())
        .hasMessageContaining("medflow.ear is not built");
  }

  @Test
  void hearsSettingsButNotTheOwnersDoor() {
    assertThat(Server.inherited("MEDFLOW_LIMIT_SIGN_IN")).isTrue();
    assertThat(Server.inherited("PATH")).isTrue();
    assertThat(Server.inherited("CAREVISION_SQL_SERVER")).isTrue();
    assertThat(Server.inherited("LEGACY_PHI_ENCRYPTION_KEY_V2")).isTrue();
    assertThat(Server.inherited("PHI_ENCRYPTION_KEY")).isFalse();
    assertThat(Server.inherited("MEDFLOW_DB_URL")).isFalse();
    assertThat(Server.inherited("MEDFLOW_KEYS")).isFalse();
    assertThat(Server.inherited("AWS_SECRET_ACCESS_KEY")).isFalse();
  }
}
