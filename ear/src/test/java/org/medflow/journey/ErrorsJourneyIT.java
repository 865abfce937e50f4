package org.medflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Shared;

/** Ways that lead nowhere: plain words, a way on, and nothing about what lies behind. */
class ErrorsJourneyIT {

  private static ClinicFixture clinic;

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("receptionist", "accountant");
  }

  private static Visitor signedIn(String label) {
    return Desk.visitor(Shared.server()).signIn(clinic.staff(label));
  }

  @Test
  void knowsNoSuchPage() {
    try (var visitor = signedIn("receptionist")) {
      assertThat(visitor.status("/nulle/part")).isEqualTo(404);
      assertThat(visitor.at("error-not-found")).isVisible();
      Look.at(visitor, "erreur-introuvable");
      visitor.at("error-not-found").locator("a").first().click();
      visitor.sees("/accueil");
    }
  }

  @Test
  void knowsNoPatientOfAnotherClinic() {
    var elsewhere = ClinicFixture.open("receptionist");
    var id = elsewhere.registered(elsewhere.people().next()).id();
    try (var visitor = signedIn("receptionist")) {
      assertThat(visitor.status("/patients/" + id + "/resume")).isEqualTo(404);
      assertThat(visitor.status("/patients/" + id + "/modifier")).isEqualTo(404);
      assertThat(visitor.at("error-not-found")).isVisible();
    }
  }

  @Test
  void knowsNoPatientWithoutAnId() {
    try (var visitor = signedIn("receptionist")) {
      assertThat(visitor.status("/patients/not-an-id/resume")).isEqualTo(404);
    }
  }

  @Test
  void shutsPagesToRolesWithoutTheRight() {
    try (var visitor = signedIn("accountant")) {
      for (var page : List.of("/patients", "/patients/nouveau")) {
        assertThat(visitor.status(page)).as(page).isEqualTo(403);
        assertThat(visitor.at("error-forbidden")).isVisible();
      }
      Look.at(visitor, "erreur-interdit");
    }
  }

  @Test
  void saysThatAPageIsTooOld() {
    try (var visitor = signedIn("receptionist")) {
      visitor.go("/erreur/expire");
      assertThat(visitor.at("error-expired")).isVisible();
      Look.at(visitor, "erreur-expiree");
    }
  }

  @Test
  void givesAnIncidentNumberAndNoTraceOfTheInside() {
    try (var visitor = signedIn("receptionist")) {
      visitor.go("/erreur/incident");
      assertThat(visitor.at("error-failed")).isVisible();
      assertThat(visitor.at("incident")).isVisible();
      assertThat(visitor.page().content())
          .doesNotContain("Exception")
          .doesNotContain("at org.")
          .doesNotContain("jakarta.faces.FacesException");
      Look.at(visitor, "erreur-incident");
    }
  }

  @Test
  void offersToTryAgainWhileTheDatabaseIsAway() {
    try (var visitor = signedIn("receptionist")) {
      visitor.go("/erreur/indisponible?retour=/patients");
      assertThat(visitor.at("error-unavailable")).isVisible();
      assertThat(visitor.at("incident")).isVisible();
      Look.at(visitor, "erreur-indisponible");
      visitor.at("retry").click();
      visitor.sees("/patients");
    }
  }

  @Test
  void noticesAViewThatTheServerHasForgotten() {
    try (var visitor = signedIn("receptionist")) {
      visitor.go("/patients/nouveau");
      visitor
          .page()
          .evaluate(
              "() => document.querySelectorAll('[name=\"jakarta.faces.ViewState\"]')"
                  + ".forEach(field => field.value = '1:1')");
      visitor.id("lastName").pressSequentially("Mbuyi");
      visitor.press("Control+Enter");
      assertThat(visitor.at("error-expired")).isVisible();
    }
  }

  @Test
  void takesNoFormThatIsNotFromThisSession() {
    try (var visitor = signedIn("receptionist")) {
      visitor.go("/compte");
      visitor
          .page()
          .evaluate(
              "() => document.querySelectorAll('[name=\"mf-token\"]')"
                  + ".forEach(field => field.value = 'forged')");
      visitor.at("account").click();
      visitor.at("sign-out").click();
      assertThat(visitor.at("error-untrusted")).isVisible();
      visitor.go("/accueil").sees("/accueil");
      visitor.go("/erreur/formulaire");
      Look.at(visitor, "erreur-formulaire");
    }
  }

  @Test
  void asksWhoeverIsTooFastToWait() {
    try (var visitor = signedIn("receptionist")) {
      visitor.go("/erreur/patience");
      assertThat(visitor.at("error-too-many")).isVisible();
      Look.at(visitor, "erreur-patience");
    }
  }

  @Test
  void speaksEnglish() {
    var guest = clinic.hire("english", "receptionist", clinic.code());
    try (var visitor = Desk.visitor(Shared.server(), "en-GB").signIn(guest)) {
      visitor.prefer("language", "en");
      for (var word :
          List.of("introuvable", "interdit", "formulaire", "expire", "incident", "indisponible")) {
        visitor.go("/erreur/" + word);
        Look.readable(visitor, "erreur-" + word + "-en");
      }
    }
  }
}
