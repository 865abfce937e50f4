package org.medflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Medflow;

/**
 * The whole guard in one go, on two nodes: a receptionist sets up her second factor at the door,
 * signs in with it, changes clinics, is kept out of another clinic's record, and stays signed in
 * when the node that served her is killed.
 */
public final class GuardedJourney {

  private GuardedJourney() {}

  /** Ends with the first node killed. */
  public static void on(Medflow one, Medflow two) {
    var clinic = ClinicFixture.strict(one);
    var second = ClinicFixture.open(one);
    var foreign = ClinicFixture.open(one, "receptionist");
    var who = clinic.hire("bernadette", "receptionist", clinic.code(), second.code());
    var stranger = foreign.registered(foreign.people().next());
    try (var visitor = Desk.visitor(one)) {
      visitor.go("/patients").sees("/connexion").tryDoor(who.username(), who.password());
      var phone = new Enrolling(visitor).throughTheDoor();
      visitor.sees("/patients");
      visitor.at("account").locator("summary").press("Enter");
      visitor.at("sign-out").press("Enter");
      visitor.sees("/connexion").tryDoor(who.username(), who.password());
      visitor.type("code", phone.next()).press("Enter").sees("/accueil");

      visitor.at("clinics").locator("summary").press("Enter");
      visitor.page().locator("form[action='/site'] button").first().press("Enter");
      visitor.sees("/accueil");
      var record = "/patients/" + stranger.id() + "/resume";
      assertThat(visitor.status(record)).isEqualTo(404);

      one.killServer();
      visitor.go(two.pages().resolve("/patients").toString()).sees("/patients");
      assertThat(visitor.page().locator(".mf-top")).containsText("Clinique " + second.code());
      assertThat(visitor.status(two.pages().resolve(record).toString())).isEqualTo(404);
      assertThat(clinic.openSessions(who)).isEqualTo(1);
    }
  }
}
