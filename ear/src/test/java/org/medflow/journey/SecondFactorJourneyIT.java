package org.medflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.Authenticator;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Shared;
import org.medflow.harness.Staff;

/** Setting up a second factor at the door and at home, using it, and the day it is gone. */
class SecondFactorJourneyIT {

  private static ClinicFixture clinic;
  private static ClinicFixture second;
  private static ClinicFixture foreign;

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.strict(Shared.server());
    second = ClinicFixture.open();
    foreign = ClinicFixture.open("receptionist");
  }

  @Test
  void enrolsAtTheDoorSignsInSwitchesClinicAndIsKeptOutOfAnother() {
    var who = clinic.hire("bernadette", "receptionist", clinic.code(), second.code());
    var stranger = foreign.registered(foreign.people().next());
    try (var visitor = Desk.visitor(Shared.server())) {
      visitor.go("/patients").sees("/connexion");
      visitor.tryDoor(who.username(), who.password());
      assertThat(visitor.at("qr")).isVisible();
      Look.at(visitor, "second-facteur-inscription");
      visitor.type("first", "000000").press("Enter");
      visitor.seesText("error", "Ce code n’est pas valable");
      var enrolling = new Enrolling(visitor);
      var phone = enrolling.photograph();
      visitor.type("first", phone.next()).press("Enter");
      assertThat(visitor.at("recovery-codes").locator("li")).hasCount(10);
      Look.at(visitor, "second-facteur-codes");
      var codes = enrolling.recoveryCodes();
      visitor.id("goOn").press("Enter");
      visitor.sees("/patients");

      visitor.page().context().clearCookies();
      visitor.go("/accueil").sees("/connexion").tryDoor(who.username(), who.password());
      assertThat(visitor.id("code")).isFocused();
      Look.at(visitor, "second-facteur-code");
      visitor.write(phone.again()).press("Enter");
      visitor.seesText("error", "Ce code n’est pas valable");
      visitor.write(phone.next()).press("Enter").sees("/accueil");

      visitor.at("clinics").locator("summary").press("Enter");
      visitor.page().locator("form[action='/site'] button").first().press("Enter");
      visitor.sees("/accueil");
      assertThat(visitor.page().locator("body")).containsText("Clinique " + second.code());
      assertThat(visitor.status("/patients/" + stranger.id() + "/resume")).isEqualTo(404);

      visitor.page().context().clearCookies();
      visitor.go("/accueil").sees("/connexion").tryDoor(who.username(), who.password());
      visitor.type("code", codes.get(0)).press("Enter").sees("/accueil");
    }
    assertThat(clinic.openSessions(who)).isEqualTo(3);
  }

  @Test
  void setsOneUpInHerAccountMakesNewCodesAndGivesItUp() {
    var who = foreign.hire("leonie", "receptionist", foreign.code());
    try (var visitor = Desk.visitor(Shared.server())) {
      visitor.signIn(who).go("/compte").sees("/compte");
      assertThat(visitor.at("factor-NONE")).isVisible();
      visitor.type("factorPassword", "not hers, not at all");
      visitor.at("set-up").press("Enter");
      assertThat(visitor.at("factor-NONE")).isVisible();
      visitor.quiet().type("factorPassword", who.password());
      visitor.at("set-up").press("Enter");
      assertThat(visitor.at("factor-SETUP")).isVisible();
      Look.at(visitor, "compte-second-facteur");
      var phone = new Enrolling(visitor).photograph();
      visitor.type("code", phone.next());
      visitor.at("confirm-factor").press("Enter");
      assertThat(visitor.at("factor-CODES")).isVisible();
      visitor.quiet();
      Look.at(visitor, "compte-codes-de-secours");
      visitor.at("kept").press("Enter");
      assertThat(visitor.at("codes-left")).containsText("10");
      Look.at(visitor, "compte-facteur-actif");

      renewsAndGivesUp(visitor, who, phone);
    }
    assertThat(
            Shared.server()
                .owner()
                .number(
                    """
                    select count(*) from medflow.user_factor f
                      join medflow.app_user u on u.id = f.user_id where u.username = ?
                    """,
                    who.username()))
        .isZero();
  }

  private static void renewsAndGivesUp(Visitor visitor, Staff who, Authenticator phone) {
    visitor.quiet().type("factorPassword", who.password()).type("code", phone.next());
    visitor.at("renew").press("Enter");
    assertThat(visitor.at("factor-CODES")).isVisible();
    visitor.at("kept").press("Enter");
    visitor.quiet().type("factorPassword", who.password()).type("code", phone.next());
    visitor.at("remove-factor").press("Enter");
    assertThat(visitor.at("factor-NONE")).isVisible();
  }
}
