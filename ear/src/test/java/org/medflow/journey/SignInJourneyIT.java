package org.medflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Shared;
import org.medflow.harness.Staff;

/** The door: wrong and right, where one was going, and out again. */
class SignInJourneyIT {

  private static ClinicFixture clinic;

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("receptionist");
  }

  private static Staff receptionist() {
    return clinic.staff("receptionist");
  }

  @Test
  void refusesAWrongPasswordWithoutSayingWhatWasWrong() {
    try (var visitor = Desk.visitor(Shared.server())) {
      visitor.go("/connexion");
      Look.at(visitor, "connexion");
      visitor.tryDoor(receptionist().username(), "not the password at all");
      assertThat(visitor.at("error")).isVisible();
      var known = visitor.at("error").innerText();
      Look.at(visitor, "connexion-refused");
      visitor.tryDoor("nobody.at.all", "not the password at all");
      assertThat(visitor.at("error")).isVisible();
      assertThat(visitor.at("error").innerText()).isEqualTo(known);
      assertThat(visitor.id("password")).hasValue("");
    }
  }

  @Test
  void letsSomebodyInByKeyboardAlone() {
    try (var visitor = Desk.visitor(Shared.server())) {
      visitor.go("/connexion");
      assertThat(visitor.id("username")).isFocused();
      visitor.write(receptionist().username()).tab().write(receptionist().password());
      visitor.press("Enter").sees("/accueil");
      assertThat(visitor.at("navigation")).isVisible();
    }
    assertThat(clinic.openSessions(receptionist())).isPositive();
  }

  @Test
  void showsThePasswordOnlyWhenAsked() {
    try (var visitor = Desk.visitor(Shared.server())) {
      visitor.go("/connexion").type("password", "something");
      assertThat(visitor.id("password")).hasAttribute("type", "password");
      visitor.page().locator("[data-mf='reveal']").click();
      assertThat(visitor.id("password")).hasAttribute("type", "text");
    }
  }

  @Test
  void leadsBackToWhereSomebodyWasGoing() {
    try (var visitor = Desk.visitor(Shared.server())) {
      visitor.go("/patients/nouveau").sees("/connexion");
      visitor.tryDoor(receptionist().username(), receptionist().password());
      visitor.sees("/patients/nouveau");
    }
  }

  @Test
  void neverLeadsToAnotherHouse() {
    try (var visitor = Desk.visitor(Shared.server())) {
      visitor.go("/connexion?retour=https://evil.example/");
      visitor.tryDoor(receptionist().username(), receptionist().password());
      visitor.sees("/accueil");
    }
  }

  @Test
  void endsTheSessionWhenSomebodyLeaves() {
    var guest = clinic.hire("leaver", "receptionist", clinic.code());
    try (var visitor = Desk.visitor(Shared.server())) {
      visitor.signIn(guest);
      visitor.at("account").locator("summary").click();
      visitor.at("sign-out").click();
      visitor.sees("/connexion").seesText("news", "Vous êtes déconnecté");
      visitor.go("/accueil").sees("/connexion");
    }
    assertThat(clinic.openSessions(guest)).isZero();
  }

  @Test
  void asksAgainWhenTheSessionWasEndedElsewhere() {
    var guest = clinic.hire("ended", "receptionist", clinic.code());
    try (var visitor = Desk.visitor(Shared.server())) {
      visitor.signIn(guest);
      Shared.server()
          .owner()
          .update(
              """
              update medflow.user_session set ended_at = now()
               where user_id = (select id from medflow.app_user where username = ?)
              """,
              guest.username());
      visitor.go("/patients").sees("/connexion").seesText("news", "Votre session est terminée");
      Look.readable(visitor, "connexion-ended");
      visitor.tryDoor(guest.username(), guest.password()).sees("/patients");
    }
  }

  @Test
  void speaksEnglish() {
    try (var visitor = Desk.visitor(Shared.server(), "en-GB")) {
      visitor.go("/connexion?langue=en");
      assertThat(visitor.page().locator("html")).hasAttribute("lang", "en");
      Look.readable(visitor, "connexion-en");
    }
  }
}
