package org.medflow.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The small decisions at the door: where somebody goes, and who may send a form. */
class DoorTest {

  @Test
  void anAddressHasNoSlashAtItsEnd() {
    assertThat(Address.of("/patients/").path()).isEqualTo("/patients");
    assertThat(Address.of("").path()).isEqualTo("/");
    assertThat(Address.of("/").path()).isEqualTo("/");
  }

  @Test
  void filesAndThePulseNeedNobody() {
    assertThat(Address.of("/jakarta.faces.resource/app.css.xhtml").common()).isTrue();
    assertThat(Address.of("/pouls").common()).isTrue();
    assertThat(Address.of("/patients").common()).isFalse();
  }

  @Test
  void knowsTheLiveLineByItsAddress() {
    assertThat(Address.of("/live").socket()).isTrue();
    assertThat(Address.of("/live/x").socket()).isFalse();
    assertThat(Address.of("/health/live").socket()).isFalse();
  }

  @Test
  void sendsBackOnlyToOurOwnPages() {
    assertThat(Return.to("/patients?q=mbuyi")).isEqualTo("/patients?q=mbuyi");
    assertThat(Return.to(null)).isEqualTo("/accueil");
    assertThat(Return.to("https://example.org/")).isEqualTo("/accueil");
    assertThat(Return.to("//example.org/")).isEqualTo("/accueil");
    assertThat(Return.to("/\\example.org")).isEqualTo("/accueil");
    assertThat(Return.to("/a\r\nSet-Cookie: x")).isEqualTo("/accueil");
  }

  @Test
  void remembersTheWayThroughTheSignIn() {
    assertThat(SignInDetour.target("/patients", false)).isEqualTo("/connexion?retour=%2Fpatients");
    assertThat(SignInDetour.target("/patients", true))
        .isEqualTo("/connexion?fin=1&retour=%2Fpatients");
    assertThat(SignInDetour.target("/accueil", false)).isEqualTo("/connexion");
    assertThat(SignInDetour.target("/accueil", true)).isEqualTo("/connexion?fin=1");
  }

  @Test
  void knowsAFormOfAnotherSiteByItsOrigin() {
    assertThat(Safety.foreignOrigin("http://127.0.0.1:8080", "127.0.0.1:8080")).isFalse();
    assertThat(Safety.foreignOrigin(null, "127.0.0.1:8080")).isFalse();
    assertThat(Safety.foreignOrigin("http://evil.example", "127.0.0.1:8080")).isTrue();
    assertThat(Safety.foreignOrigin("null", "127.0.0.1:8080")).isTrue();
    assertThat(Safety.foreignOrigin("::", "127.0.0.1:8080")).isTrue();
  }

  @Test
  void findsTheInputOfAFieldOfTheFacade() {
    assertThat(Notes.simple("person.phones[0]")).isEqualTo("phones");
    assertThat(Notes.simple("lastName")).isEqualTo("lastName");
    assertThat(Notes.simple("address.street")).isEqualTo("street");
  }
}
