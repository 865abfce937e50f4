package org.medflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import jakarta.json.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Shared;

/** An administrator sets her clinic up, looks after the sites, and moves between them. */
class SettingsJourneyIT {

  private static ClinicFixture clinic;
  private static ClinicFixture other;

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("admin");
    other = ClinicFixture.open();
  }

  private static Locator setting(Visitor visitor, String key) {
    return visitor.page().locator("[data-setting='" + key + "']");
  }

  @Test
  void changesAValueSeesWhatIsWrongAndTakesItBack() {
    try (var visitor = Desk.visitor(Shared.server())) {
      visitor.signIn(clinic.staff("admin")).go("/parametres").sees("/parametres");
      var slot = setting(visitor, "appointments.slot-minutes");
      assertThat(slot).containsText("Par défaut");
      assertThat(setting(visitor, "prescriptions.refills").locator("input")).isDisabled();
      Look.at(visitor, "parametres");

      var field = slot.locator("[data-test='value']");
      field.fill("3");
      visitor.tab().quiet();
      assertThat(slot.locator("[data-test='problem']")).hasText("Hors des limites.");
      assertThat(field).hasValue("3");
      Look.at(visitor, "parametres-refus");

      field.fill("45");
      visitor.tab().quiet();
      assertThat(slot).containsText("Ce site");
      assertThat(slot.locator("[data-test='problem']")).hasCount(0);

      slot.locator("[data-test='past']").press("Enter");
      visitor.quiet();
      assertThat(visitor.at("change")).hasCount(1);
      assertThat(visitor.at("history")).containsText("Essai Prudence");
      assertThat(visitor.at("history")).containsText("45 min");
      Look.at(visitor, "parametres-historique");

      slot.locator("[data-test='reset']").press("Enter");
      visitor.quiet();
      assertThat(slot).containsText("Par défaut");
      assertThat(field).hasValue("30");
      assertThat(visitor.at("change")).hasCount(2);
    }
  }

  @Test
  void choosesDaysHoursAndWhetherASecondFactorIsWanted() {
    try (var visitor = Desk.visitor(Shared.server())) {
      visitor.signIn(clinic.staff("admin")).go("/parametres").sees("/parametres");
      var days = setting(visitor, "appointments.days");
      days.locator("[data-test='option-sat']").press("Space");
      visitor.quiet();
      assertThat(days).containsText("Ce site");
      assertThat(days.locator("[data-test='option-sat']")).isChecked();
      setting(visitor, "reminders.ahead").locator("input").fill("48");
      visitor.tab().quiet();
      assertThat(setting(visitor, "reminders.ahead")).containsText("Ce site");
      visitor.id("secondFactor").selectOption("optional");
      visitor.quiet();
      visitor.go("/parametres").sees("/parametres");
      assertThat(setting(visitor, "reminders.ahead").locator("input")).hasValue("48");
      assertThat(visitor.id("secondFactor")).hasValue("optional");
    }
    var admin = clinic.as("admin");
    assertThat(admin.get("/settings/appointments.days").json().getString("value"))
        .isEqualTo("mon,tue,wed,thu,fri,sat");
    assertThat(admin.get("/settings/reminders.ahead").json().getString("value")).isEqualTo("PT48H");
  }

  @Test
  void looksAtTheGroupsLevel() {
    try (var visitor = Desk.visitor(Shared.server())) {
      visitor.signIn(clinic.staff("admin")).go("/parametres").sees("/parametres");
      visitor.at("level").locator("text=Tout le groupe").click();
      visitor.quiet();
      assertThat(setting(visitor, "prescriptions.refills").locator("input")).isEnabled();
      assertThat(visitor.at("second-factor")).hasCount(0);
      Look.at(visitor, "parametres-groupe");
    }
  }

  @Test
  void opensASiteChangesItAndIsToldWhatIsWrong() {
    var code = "J" + (System.nanoTime() % 1_000_000);
    try (var visitor = Desk.visitor(Shared.server())) {
      visitor.signIn(clinic.staff("admin")).go("/sites").sees("/sites");
      visitor.press("F2").quiet();
      assertThat(visitor.at("opening")).isVisible();
      visitor.type("code", "??").type("name", "Clinique de Limete").type("city", "Kinshasa");
      visitor.press("Control+Enter").quiet();
      assertThat(visitor.page().locator(".mf-err")).hasText("Format incorrect.");
      Look.at(visitor, "sites-nouveau");

      visitor.type("code", code).press("Control+Enter").quiet();
      visitor.seesText("site", code);
      visitor.type("phone", "pas un numéro").press("Control+Enter").quiet();
      assertThat(visitor.page().locator(".mf-err")).hasText("Numéro de téléphone non reconnu.");
      visitor.type("phone", "+243 81 234 56 78");
      visitor.id("kind").selectOption("satellite");
      visitor.id("status").selectOption("temporarily_closed");
      visitor.press("Control+Enter").quiet();
      assertThat(visitor.page().locator(".mf-err")).hasCount(0);
      assertThat(visitor.at("sites")).containsText("Fermé pour un temps");
      visitor.page().locator("[data-test='site-" + code + "']").scrollIntoViewIfNeeded();
      Look.at(visitor, "sites");
    }
  }

  @Test
  void movesToAnotherSiteByKeyboardButNotToOneThatWasClosedMeanwhile() {
    var closing = ClinicFixture.open();
    var who = clinic.hire("roamer", "admin", clinic.code(), other.code(), closing.code());
    try (var visitor = Desk.visitor(Shared.server())) {
      visitor.signIn(who);
      visitor.at("clinics").locator("summary").press("Enter");
      visitor.at("clinics").locator("button", named("Clinique " + other.code())).press("Enter");
      visitor.sees("/accueil");
      assertThat(visitor.at("clinics").locator("summary")).containsText(other.code());

      visitor.at("clinics").locator("summary").press("Enter");
      var offered = visitor.at("clinics").locator("button", named("Clinique " + closing.code()));
      assertThat(offered).isVisible();
      close(closing);
      offered.press("Enter");
      assertThat(visitor.page().locator("h2, h1").first()).isVisible();
      assertThat(visitor.page().content()).doesNotContain("Exception");
      visitor.go("/accueil").sees("/accueil");
      assertThat(visitor.at("clinics").locator("summary")).containsText(other.code());
      visitor.at("clinics").locator("summary").press("Enter");
      assertThat(visitor.at("clinics")).not().containsText("Clinique " + closing.code());
    }
  }

  private static Locator.LocatorOptions named(String text) {
    return new Locator.LocatorOptions().setHasText(text);
  }

  private static void close(ClinicFixture closing) {
    var admin = clinic.as("admin");
    var seen = admin.get("/clinics/" + closing.id());
    var body = Json.createObjectBuilder().add("status", "inactive").build();
    var closed = admin.with("If-Match", seen.etag()).patch("/clinics/" + closing.id(), body);
    assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
  }
}
