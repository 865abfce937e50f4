package org.medflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Shared;

/** The frame round every page: who sees what, keys, light, language, and the line to the house. */
class ShellJourneyIT {

  private static ClinicFixture clinic;

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("receptionist", "accountant");
  }

  private static Visitor signedIn(String label) {
    return Desk.visitor(Shared.server()).signIn(clinic.staff(label));
  }

  private static String kept(String label, String what) {
    return clinic.as(label).get("/me").json().getString(what);
  }

  @Test
  void showsTheReceptionistHerPages() {
    try (var visitor = signedIn("receptionist")) {
      assertThat(visitor.at("nav-patient.search")).isVisible();
      assertThat(visitor.at("nav-patient.registration")).isVisible();
      assertThat(visitor.at("global-search")).isVisible();
      visitor.at("nav-patient.search").click();
      visitor.sees("/patients");
      assertThat(visitor.at("nav-patient.search")).hasAttribute("aria-current", "page");
    }
  }

  @Test
  void showsTheAccountantNoPatientAtAll() {
    try (var visitor = signedIn("accountant")) {
      assertThat(visitor.at("navigation")).isVisible();
      assertThat(visitor.at("nav-patient.search")).hasCount(0);
      assertThat(visitor.at("global-search")).hasCount(0);
      assertThat(visitor.at("new-patient")).hasCount(0);
      Look.at(visitor, "accueil-sans-registre");
    }
  }

  @Test
  void findsAPatientFromAnywhereByKeyboard() {
    var someone = clinic.people().next();
    var id = clinic.registered(someone).id();
    try (var visitor = signedIn("receptionist")) {
      visitor.press("/");
      assertThat(visitor.id("recherche")).isFocused();
      visitor.hammer("recherche", someone.lastName());
      assertThat(visitor.id("trouvailles").locator("a").first()).isVisible();
      Look.readable(visitor, "recherche-globale");
      visitor.id("recherche").focus();
      visitor.press("ArrowDown").press("Enter");
      visitor.sees("/patients/" + id + "/resume");
    }
  }

  @Test
  void saysThatNobodyWasFound() {
    try (var visitor = signedIn("receptionist")) {
      visitor.press("Control+k").hammer("recherche", "Zzyzxqwvut");
      assertThat(visitor.id("trouvailles")).containsText("Aucun patient trouvé");
      visitor.press("Escape");
      assertThat(visitor.id("trouvailles")).isHidden();
    }
  }

  @Test
  void opensTheHelpWithOneKeyAndClosesItWithAnother() {
    try (var visitor = signedIn("receptionist")) {
      visitor.press("?");
      assertThat(visitor.at("help")).isVisible();
      Look.at(visitor, "aide");
      visitor.press("Escape");
      assertThat(visitor.at("help")).isHidden();
    }
  }

  @Test
  void startsARegistrationWithF2() {
    try (var visitor = signedIn("receptionist")) {
      visitor.press("F2").sees("/patients/nouveau");
    }
  }

  @Test
  void skipsTheNavigationByKeyboard() {
    try (var visitor = signedIn("receptionist")) {
      visitor.page().evaluate("() => document.activeElement.blur()");
      visitor.tab();
      assertThat(visitor.page().locator(".mf-skip")).isFocused();
      visitor.press("Enter");
      assertThat(visitor.page().locator("main")).isFocused();
    }
  }

  @Test
  void keepsTheChosenLightInTheProfile() {
    var before = kept("receptionist", "theme");
    try (var visitor = signedIn("receptionist")) {
      visitor.at("theme").click();
      var shown = visitor.page().locator("html").getAttribute("data-theme");
      assertThat(shown).isNotEqualTo(before);
      Awaitility.await()
          .untilAsserted(() -> assertThat(kept("receptionist", "theme")).isEqualTo(shown));
      visitor.go("/patients");
      assertThat(visitor.page().locator("html")).hasAttribute("data-theme", shown);
    }
  }

  @Test
  void changesTheLanguageOfEverythingAtOnce() {
    var guest = clinic.hire("polyglot", "receptionist", clinic.code());
    try (var visitor = Desk.visitor(Shared.server()).signIn(guest)) {
      visitor.at("account").locator("summary").click();
      Look.at(visitor, "compte");
      visitor.at("language-en").click();
      assertThat(visitor.page().locator("html")).hasAttribute("lang", "en");
      assertThat(visitor.at("nav-patient.registration")).not().containsText("Inscription");
    }
    assertThat(kept("polyglot", "language")).isEqualTo("en");
  }

  @Test
  void saysSinceWhenTheHouseIsOutOfReach() {
    try (var visitor = signedIn("receptionist")) {
      visitor.seesText("online", "En ligne");
      visitor.goesOffline(true);
      assertThat(visitor.at("online"))
          .containsText(
              Pattern.compile("Hors ligne depuis \\d\\d:\\d\\d"),
              new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
      Look.readable(visitor, "hors-ligne");
      visitor.goesOffline(false);
      assertThat(visitor.at("online"))
          .containsText("En ligne", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
    }
  }

  @Test
  void movesToAnotherClinicOfTheSamePerson() {
    var other = ClinicFixture.open("receptionist");
    var roving = clinic.hire("roving", "receptionist", clinic.code(), other.code());
    var there = other.people().next();
    other.registered(there);
    try (var visitor = Desk.visitor(Shared.server()).signIn(roving)) {
      visitor.at("clinics").locator("summary").click();
      Look.readable(visitor, "sites");
      visitor.at("clinics").locator("button").first().click();
      visitor.sees("/accueil");
      visitor.go("/patients").type("q", there.lastName());
      assertThat(visitor.at("open").first()).containsText(there.lastName().toUpperCase());
    }
  }
}
