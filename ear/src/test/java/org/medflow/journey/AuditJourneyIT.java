package org.medflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Shared;

/** An administrator asks who opened a record, and looks at what was refused. */
class AuditJourneyIT {

  private static ClinicFixture clinic;

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("receptionist", "admin", "accountant");
  }

  @Test
  void goesFromARecordToThoseWhoOpenedIt() {
    var patient = clinic.registered(clinic.people().next()).id();
    clinic.as("receptionist").get("/patients/" + patient);
    clinic.as("accountant").get("/patients/" + patient);
    try (var visitor = Desk.visitor(Shared.server())) {
      visitor.signIn(clinic.staff("admin")).go("/patients/" + patient + "/resume");
      assertThat(visitor.at("accesses")).isVisible();
      Look.at(visitor, "record-accesses");
      visitor.at("accesses").press("Enter");
      visitor.sees("/audit");
      assertThat(visitor.at("access")).hasCount(2);
      assertThat(visitor.at("access").first()).containsText("Essai Prudence");
      Look.at(visitor, "audit-dossier");

      visitor.go("/audit").sees("/audit");
      Look.at(visitor, "audit");
      visitor.id("outcome").selectOption("refused");
      visitor.at("look").press("Enter");
      visitor.quiet();
      assertThat(visitor.at("journal")).containsText("Refusé");
      assertThat(visitor.at("journal")).not().containsText("Patient inscrit");

      visitor.id("family").selectOption("clinic.");
      visitor.at("look").press("Enter");
      visitor.quiet();
      assertThat(visitor.at("journal")).containsText("Aucun acte");
      Look.at(visitor, "audit-empty");
    }
  }

  @Test
  void keepsToOnePersonAndComesBack() {
    clinic.registered(clinic.people().next());
    try (var visitor = Desk.visitor(Shared.server())) {
      visitor.signIn(clinic.staff("admin")).go("/audit").sees("/audit");
      visitor.id("family").selectOption("patient.");
      visitor.at("look").press("Enter");
      visitor.quiet();
      visitor.at("only").first().press("Enter");
      visitor.quiet();
      assertThat(visitor.at("everybody")).isVisible();
      visitor.at("everybody").press("Enter");
      visitor.quiet();
      assertThat(visitor.at("everybody")).hasCount(0);
    }
  }
}
