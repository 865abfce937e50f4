package org.medflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Person;
import org.medflow.harness.Shared;

/** Somebody known elsewhere is received here, by consent or in an emergency that is looked at. */
class EmergencyJourneyIT {

  private static ClinicFixture here;
  private static ClinicFixture there;

  @BeforeAll
  static void open() {
    here = ClinicFixture.open("doctor", "receptionist", "privacy_officer");
    there = ClinicFixture.open("receptionist");
  }

  private static Person stranger() {
    var person = there.people().complete();
    there.registered(person);
    return person;
  }

  /** Fills in what the desk knows; the number makes the clash. */
  private static void fill(Visitor visitor, Person person) {
    visitor.go("/patients/nouveau").sees("/patients/nouveau");
    visitor.type("lastName", person.lastName()).type("age", "44");
    visitor.at("sex").locator(".ui-button").first().click();
    visitor.type("identifiers", person.nationalId()).quiet();
    visitor.press("Control+Enter").quiet();
    assertThat(visitor.at("elsewhere")).isVisible();
  }

  @Test
  void aReceptionistLinksSomebodyWithHerConsent() {
    var person = stranger();
    try (var visitor = Desk.visitor(Shared.server())) {
      visitor.signIn(here.staff("receptionist"));
      fill(visitor, person);
      assertThat(visitor.at("break-glass")).hasCount(0);
      visitor.at("link-by-consent").press("Enter");
      visitor.quiet();
      assertThat(visitor.at("elsewhere").locator(".mf-err")).hasText("Obligatoire.");
      Look.at(visitor, "inscription-ailleurs");
      visitor.at("consent").fill("consentement signé au guichet");
      visitor.at("link-by-consent").press("Enter");
      seesRecord(visitor, person);
    }
  }

  @Test
  void aDoctorBreaksTheGlassAndThePrivacyOfficerJudgesIt() {
    var person = stranger();
    try (var officer = Desk.visitor(Shared.server());
        var doctor = Desk.visitor(Shared.server())) {
      officer.signIn(here.staff("privacy_officer")).go("/acces-urgence").sees("/acces-urgence");
      Look.at(officer, "acces-urgence-vide");

      doctor.signIn(here.staff("doctor"));
      fill(doctor, person);
      doctor.at("glass-reason").fill("urgent");
      doctor.at("break-glass").press("Enter");
      doctor.quiet();
      assertThat(doctor.at("elsewhere").locator(".mf-err")).hasText("Trop court.");
      Look.at(doctor, "inscription-urgence");
      doctor.at("glass-reason").fill("glaucome aigu, dossier indispensable");
      doctor.at("break-glass").press("Enter");
      seesRecord(doctor, person);
      var record = doctor.page().url();

      assertThat(officer.at("access")).hasCount(1);
      assertThat(officer.at("open")).containsText("1");
      officer.at("look").press("Enter");
      officer.quiet();
      assertThat(officer.at("review")).containsText("glaucome aigu");
      officer.at("unjustified").press("Enter");
      officer.quiet();
      assertThat(officer.at("review").locator(".mf-err")).hasText("Donnez un motif.");
      Look.at(officer, "acces-urgence");
      officer.type("note", "aucune consultation ce jour-là");
      officer.at("unjustified").press("Enter");
      officer.quiet();
      assertThat(officer.at("judged")).isVisible();
      assertThat(officer.at("open")).hasCount(0);
      Look.at(officer, "acces-urgence-revu");

      doctor.page().navigate(record);
      assertThat(doctor.page().locator("body")).not().containsText(person.lastName().toUpperCase());
    }
  }

  @Test
  void theBoardTellsWhoMayJudgeThatSomethingWaits() {
    var person = stranger();
    try (var doctor = Desk.visitor(Shared.server());
        var officer = Desk.visitor(Shared.server())) {
      doctor.signIn(here.staff("doctor"));
      fill(doctor, person);
      doctor.at("glass-reason").fill("traumatisme oculaire, antécédents inconnus");
      doctor.at("break-glass").press("Enter");
      seesRecord(doctor, person);
      doctor.go("/accueil").sees("/accueil");
      assertThat(doctor.at("open-accesses")).hasCount(0);

      officer.signIn(here.staff("privacy_officer"));
      officer.at("open-accesses").press("Enter");
      officer.sees("/acces-urgence");
      officer.at("look").first().press("Enter");
      officer.quiet();
      officer.at("justified").press("Enter");
      officer.quiet();
      assertThat(officer.at("judged")).isVisible();
    }
  }

  private static void seesRecord(Visitor visitor, Person person) {
    assertThat(visitor.page().locator(".mf-banner h2"))
        .containsText(person.lastName().toUpperCase());
  }
}
