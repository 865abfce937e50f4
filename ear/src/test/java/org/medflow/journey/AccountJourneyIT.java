package org.medflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Shared;

/** Somebody looks at where she is signed in, ends what is not hers, and changes her password. */
class AccountJourneyIT {

  private static final String WANTED = "trois pirogues vertes 58 sur la rive";

  private static ClinicFixture clinic;

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("receptionist");
  }

  @Test
  void endsASessionElsewhereByKeyboard() {
    var who = clinic.hire("chantal", "receptionist", clinic.code());
    try (var here = Desk.visitor(Shared.server());
        var there = Desk.visitor(Shared.server())) {
      there.signIn(who);
      here.signIn(who);
      here.at("account").locator("summary").press("Enter");
      here.at("own-account").press("Enter");
      here.sees("/compte");
      assertThat(here.at("session")).hasCount(2);
      Look.at(here, "mon-compte");

      here.at("end").press("Enter");
      assertThat(here.at("session")).hasCount(1);
      there.go("/accueil").sees("/connexion");
      here.go("/compte").sees("/compte");
    }
    assertThat(clinic.openSessions(who)).isEqualTo(1);
  }

  @Test
  void changesAPasswordAndIsToldWhatIsWrongWithOne() {
    var who = clinic.hire("odile", "receptionist", clinic.code());
    try (var here = Desk.visitor(Shared.server());
        var there = Desk.visitor(Shared.server())) {
      there.signIn(who);
      here.signIn(who).go("/compte").sees("/compte");

      here.type("current", "not hers at all").type("wanted", WANTED).type("repeated", WANTED);
      here.press("Control+Enter").quiet();
      assertThat(here.page().locator(".mf-err")).hasText("Ce n’est pas votre mot de passe actuel.");
      assertThat(here.id("wanted")).hasValue("");
      Look.at(here, "mon-compte-refused");

      here.type("current", who.password()).type("wanted", WANTED).type("repeated", WANTED + "x");
      here.press("Control+Enter").quiet();
      assertThat(here.page().locator(".mf-err")).hasCount(1);
      assertThat(clinic.openSessions(who)).isEqualTo(2);

      here.type("current", who.password()).type("wanted", WANTED).type("repeated", WANTED);
      here.press("Control+Enter").quiet();
      assertThat(here.at("session")).hasCount(1);
      there.go("/accueil").sees("/connexion");
      there.tryDoor(who.username(), WANTED).sees("/accueil");
    }
    var reply = Shared.server().anonymous().signIn(who.username(), who.password());
    assertThat(reply.status()).isEqualTo(401);
  }

  @Test
  void isToldOnceWhatWasRefusedToHerName() {
    var who = clinic.hire("marceline", "receptionist", clinic.code());
    var door = Shared.server().anonymous();
    assertThat(door.signIn(who.username(), who.password()).status()).isEqualTo(200);
    for (var guess : List.of("not hers at all", "nor is this one")) {
      assertThat(door.signIn(who.username(), guess).status()).isEqualTo(401);
    }
    try (var here = Desk.visitor(Shared.server())) {
      here.signIn(who);
      here.seesText("refused-sign-ins", "2 connexions ont été refusées à votre nom");
      here.seesText("refused-sign-ins", "depuis 127.0.0.1");
      Look.at(here, "accueil-refused-sign-ins");
      here.go("/patients").sees("/patients");
      assertThat(here.at("refused-sign-ins")).hasCount(0);

      here.go("/compte").sees("/compte").seesText("refused", "2 connexions ont été refusées");
      assertThat(here.at("session").first()).containsText("Programme jamais vu");
      assertThat(here.at("session").last()).not().containsText("jamais");
      Look.at(here, "mon-compte-refused-sign-ins");
      here.prefer("language", "en").go("/compte");
      here.seesText("refused", "2 sign-ins were refused to your name");
      Look.readable(here, "mon-compte-refused-sign-ins-en");
    }
    try (var later = Desk.visitor(Shared.server())) {
      later.signIn(who);
      assertThat(later.at("refused-sign-ins")).hasCount(0);
      later.go("/compte").seesText("refused", "No sign-in was refused");
      assertThat(later.at("session").first()).not().containsText("never seen");
    }
  }
}
