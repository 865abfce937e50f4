package org.medflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir Path folder;

  @Test
  void areDifferentFromEachOtherAndLastForever() {
    var home = Home.open(folder);
    var first = Secrets.of(home);

    assertThat(Secrets.of(home)).isEqualTo(first);
    assertThat(new HashSet<>(first.values().values())).hasSameSizeAs(first.values().values());
    assertThat(first.operatorToken()).hasSizeGreaterThanOrEqualTo(32);
  }

  @Test
  void tellTheServerNeitherOwnerNorSuperuser() {
    var secrets = Secrets.of(Home.open(folder));

    assertThat(secrets.forServer().values())
        .doesNotContain(secrets.ownerPassword(), secrets.superuserPassword());
    assertThat(secrets.forServer())
        .containsKeys("MEDFLOW_DB_PASSWORD", "MEDFLOW_OPERATOR_TOKEN", "MEDFLOW_METRICS_TOKEN");
  }

  @Test
  void areNotMadeAnewForADatabaseThatIsThere() throws IOException {
    var home = Home.open(folder);
    Files.createDirectories(home.pg());
    Files.writeString(home.pg().resolve("PG_VERSION"), "15");

    assertThatThrownBy(() -> Secrets.of(home)).hasMessageContaining("secrets.env");
  }

  @Test
  void neverShowTheirValues() {
    var secrets = Secrets.of(Home.open(folder));

    assertThat(secrets.toString()).doesNotContain(secrets.ownerPassword());
  }
}
