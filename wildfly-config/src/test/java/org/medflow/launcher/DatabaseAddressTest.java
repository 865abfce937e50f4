package org.medflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.launcher.DatabaseAddress.Login;

class DatabaseAddressTest {

  @Test
  void readsTheUrlOfADatabaseFromOutside() {
    var address =
        DatabaseAddress.of(
            "jdbc:postgresql://db.clinic.example:6432/eyes?user=keeper&password=s%26t");

    assertThat(address.host()).isEqualTo("db.clinic.example");
    assertThat(address.port()).isEqualTo(6432);
    assertThat(address.name()).isEqualTo("eyes");
    assertThat(address.owner()).isEqualTo(new Login("keeper", "s&t"));
    assertThat(address.options()).isEmpty();
  }

  @Test
  void handsEncryptionSettingsOnToTheServer() {
    var address =
        DatabaseAddress.of("jdbc:postgresql://db/eyes?user=keeper&password=x&sslmode=verify-full");

    assertThat(address.options()).isEqualTo("&sslmode=verify-full");
    assertThat(address.url("eyes")).contains("//db:5432/eyes?").endsWith("&sslmode=verify-full");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "db:5432/eyes", "jdbc:mysql://db/eyes?user=a", "jdbc:postgresql://db/eyes"})
  void refusesAUrlWithoutAnOwner(String url) {
    assertThatThrownBy(() -> DatabaseAddress.of(url)).hasMessageContaining("MEDFLOW_DB_URL");
  }

  @Test
  void neverShowsAPassword() {
    var address = DatabaseAddress.embedded(15432, new Login("medflow_owner", "hush"));

    assertThat(address.toString()).doesNotContain("hush");
    assertThat(address.url("medflow")).doesNotContain("hush");
  }
}
