package org.medflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Shared;

/** What an import set aside, and what a person makes of it. */
class RejectsJourneyIT {

  @TempDir static Path folders;

  private static ClinicFixture clinic;
  private static Migrations migrations;
  private static String run;

  @BeforeAll
  static void takeOver() {
    clinic = ClinicFixture.open("admin");
    migrations = new Migrations(clinic);
    run = migrations.taken(new LegacyExport(folders, clinic).sample("lv"));
  }

  private static Visitor atTheRejects() {
    return Desk.visitor(Shared.server())
        .signIn(clinic.staff("admin"))
        .go("/migrations/" + run + "/rejets");
  }

  @Test
  void showsWhyRowsWereSetAside() {
    try (var visitor = atTheRejects()) {
      assertThat(visitor.at("chip-all")).containsText(String.valueOf(migrations.openRejects(run)));
      Look.at(visitor, "migration-rejets");
      choose(visitor, "Trop de colonnes");
      assertThat(rows(visitor)).hasCount(5);
      rows(visitor).first().click();
      assertThat(visitor.at("cells")).containsText("NumFiche");
      visitor.at("chip-all").click();
      assertThat(visitor.at("chip-all")).hasAttribute("aria-pressed", "true");
    }
  }

  @Test
  void ignoresOneRowAfterTheOtherByKeyboard() {
    long before = migrations.openRejects(run);
    try (var visitor = atTheRejects()) {
      choose(visitor, "Sans nom");
      int shown = rows(visitor).count();
      visitor.id("rows_data").focus();
      visitor.press("ArrowDown").press("Enter");
      assertThat(visitor.at("reject-reason")).containsText("Sans nom");
      visitor.press("Alt+i").write("ligne vide de l’ancien logiciel");
      Look.at(visitor, "migration-rejet");
      visitor.at("why").focus();
      visitor.press("Enter");
      assertThat(rows(visitor)).hasCount(shown - 1);
      assertThat(visitor.at("why")).isFocused();
      assertThat(visitor.at("why")).hasValue("");
      visitor.write("vue avec l’archiviste").press("Enter");
      assertThat(rows(visitor)).hasCount(shown - 2);
    }
    assertThat(migrations.openRejects(run)).isEqualTo(before - 2);
    assertThat(migrations.resolved(run, "IGNORED")).hasSize(2);
  }

  @Test
  void asksForAReasonBeforeItIgnores() {
    long before = migrations.openRejects(run);
    try (var visitor = atTheRejects()) {
      rows(visitor).last().click();
      visitor.at("ignore").click();
      assertThat(visitor.page().locator("#detail .ui-message-error-detail, #detail .ui-message"))
          .not()
          .hasCount(0);
      Look.readable(visitor, "migration-sans-motif");
    }
    assertThat(migrations.openRejects(run)).isEqualTo(before);
  }

  @Test
  void saysWhyARowIsStillRefused() {
    try (var visitor = atTheRejects()) {
      choose(visitor, "Sans numéro");
      rows(visitor).first().click();
      visitor.at("replay").click();
      assertThat(visitor.id("messages")).containsText("encore refusée\u00a0: Sans numéro");
      Look.readable(visitor, "migration-encore-refusee");
    }
    assertThat(migrations.resolved(run, "REPLAYED")).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void comparesAndMakesARecordOfAnother() {
    long before = migrations.patients();
    try (var visitor = atTheRejects()) {
      choose(visitor, "Doublon probable");
      rows(visitor).first().click();
      assertThat(visitor.at("people")).isVisible();
      Look.at(visitor, "migration-doublon");
      visitor.press("Alt+n");
      assertThat(visitor.page().locator(".ui-growl")).containsText("Un dossier est créé");
    }
    assertThat(migrations.resolved(run, "CREATED")).hasSize(1);
    assertThat(migrations.patients()).isEqualTo(before + 1);
  }

  @Test
  void linksARowToTheRecordItBelongsTo() {
    long before = migrations.patients();
    try (var visitor = atTheRejects()) {
      choose(visitor, "Doublon probable");
      rows(visitor).first().click();
      visitor.at("link").first().click();
      assertThat(visitor.page().locator(".ui-growl")).containsText("est liée");
    }
    assertThat(migrations.resolved(run, "LINKED")).hasSize(1);
    assertThat(migrations.patients()).isEqualTo(before);
  }

  @Test
  void triesARowAgainOnceItsDoubleIsGone() {
    var reject = migrations.suspicious(run);
    migrations.remove(reject.getJsonArray("suggestions").getJsonObject(0).getString("id"));
    var key = reject.getJsonObject("row").getString("sourceKey");
    try (var visitor = atTheRejects()) {
      choose(visitor, "Doublon probable");
      rows(visitor).filter(new Locator.FilterOptions().setHasText(key)).first().click();
      visitor.at("replay").click();
      assertThat(visitor.page().locator(".ui-growl")).containsText("est reprise");
    }
    assertThat(migrations.resolved(run, "REPLAYED"))
        .extracting(row -> row.getString("sourceKey"))
        .isEqualTo(List.of(key));
  }

  private static void choose(Visitor visitor, String reason) {
    var named = new Locator.FilterOptions().setHasText(reason);
    visitor.at("chip").filter(named).first().click();
    assertThat(visitor.at("chip").filter(named).first()).hasAttribute("aria-pressed", "true");
  }

  private static Locator rows(Visitor visitor) {
    return visitor.id("rows").locator("tbody tr");
  }
}
