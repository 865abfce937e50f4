package org.medflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import jakarta.json.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Shared;

/** What only a CareVision export brings: codes, names of practitioners, tables that wait. */
class CareVisionJourneyIT {

  @TempDir static Path folders;

  private static ClinicFixture clinic;
  private static String run;

  @BeforeAll
  static void takeOver() {
    clinic = ClinicFixture.open("admin", "ophthalmologist");
    run = new Migrations(clinic).taken(new LegacyExport(folders, clinic).sample("carevision"));
  }

  private static Visitor at(String path) {
    return Desk.visitor(Shared.server()).signIn(clinic.staff("admin")).go(path);
  }

  @Test
  void showsEveryTableAndWhatBecameOfIt() {
    try (var visitor = at("/migrations/" + run)) {
      assertThat(visitor.at("stage")).hasCount(11);
      visitor.seesText("stages", "En attente de sa salle");
      Look.at(visitor, "migration-carevision");
      visitor.at("see-report").click();
      visitor.seesText("report-verdict", "Le compte est bon");
      visitor.seesText("sums", "montant");
      Look.at(visitor, "migration-carevision-rapprochement");
    }
  }

  @Test
  void explainsACodeThatNobodyKnew() {
    try (var visitor = at("/migrations")) {
      visitor.at("to-codes").click();
      visitor.sees("/migrations/codes");
      Look.at(visitor, "migration-codes");
      var line = visitor.at("code-group").locator("li", hasText("REPORTE")).first();
      line.locator("select").selectOption("CANCELLED");
      assertThat(visitor.page().locator(".ui-growl")).containsText("REPORTE");
    }
    assertThat(
            Shared.server()
                .owner()
                .strings(
                    """
                    select meaning from legacy.code where source_table = 'Ag_Rdv'
                       and source_column = 'status' and code = 'REPORTE'
                    """))
        .containsExactly("CANCELLED");
  }

  private static Locator.LocatorOptions hasText(String text) {
    return new Locator.LocatorOptions().setHasText(text);
  }

  /** Codes are the group's, so what this clinic has learnt is forgotten for the others. */
  @AfterAll
  static void forget() {
    Shared.server().owner().update("delete from legacy.code where code = 'REPORTE'");
  }

  @Test
  void tiesANameOfTheOldAgendaToAMemberOfTheStaff() {
    try (var visitor = at("/migrations/praticiens")) {
      assertThat(visitor.at("practitioner").first()).isVisible();
      Look.at(visitor, "migration-praticiens");
      visitor.at("person").first().selectOption(new SelectOption().setIndex(1));
      assertThat(visitor.page().locator(".ui-growl")).containsText("est enregistré");
    }
    assertThat(
            Shared.server()
                .owner()
                .number(
                    """
                    select count(*) from medflow.practitioner_placeholder
                     where clinic_id = ? and user_id is not null
                    """,
                    clinic.id()))
        .isEqualTo(1);
  }

  @Test
  void tellsEarlierAppointmentsInTheRecord() {
    var number = Json.createObjectBuilder().add("q", "90001A01" + clinic.code()).build();
    var found = clinic.as("admin").post("/patients/search", number).data().getJsonObject(0);
    try (var visitor = at("/patients/" + found.getString("id") + "/resume")) {
      visitor.seesText("timeline", "Rendez-vous terminé — Contrôle tension · Dr Exemple · Box 2");
      Look.at(visitor, "dossier-carevision");
    }
  }
}
