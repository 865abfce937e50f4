package org.medflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Settings;
import org.medflow.harness.Shared;

/** An administrator brings an export in: looks, tries, takes over, settles what was set aside. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MigrationJourneyIT {

  private static final double LONG = 180_000;
  private static final String FILE = "LV_Patients.csv";
  private static final String HEADER =
      "NumFiche,Noms,Postnom,Prenom,Sexe,Naissance,EtatCivil,Nationalite,Convention,Code,"
          + "Profession,Avenue,Quartier,Commune,Ville,Telephone,Messagerie\n";

  @TempDir static Path folders;

  private static ClinicFixture clinic;
  private static Path sample;
  private static String run;

  @BeforeAll
  static void open() throws IOException {
    clinic = ClinicFixture.open("admin", "receptionist");
    sample = Files.createDirectory(folders.resolve("export-lv"));
    Files.copy(
        Settings.root().resolve("batch-jobs/samples/lv").resolve(FILE), sample.resolve(FILE));
  }

  private static Visitor atTheConsole() {
    return Desk.visitor(Shared.server()).signIn(clinic.staff("admin")).go("/migrations");
  }

  @Test
  @Order(1)
  void isOfferedOnlyToWhoMayMigrate() {
    try (var visitor = Desk.visitor(Shared.server()).signIn(clinic.staff("receptionist"))) {
      assertThat(visitor.at("nav-legacy.migrations")).hasCount(0);
      assertThat(visitor.status("/migrations")).isEqualTo(403);
    }
    try (var visitor = atTheConsole()) {
      assertThat(visitor.at("nav-legacy.migrations")).hasAttribute("aria-current", "page");
      Look.at(visitor, "migration-vide");
    }
  }

  @Test
  @Order(2)
  void namesWhatASourceLacksAndStartsNothing() throws IOException {
    var poor = Files.createDirectory(folders.resolve("incomplet"));
    Files.writeString(poor.resolve(FILE), "NumFiche,Noms,Prenom\n1,Ilunga,Aline\n");
    try (var visitor = atTheConsole()) {
      check(visitor, poor);
      assertThat(visitor.at("tables")).containsText("Sexe");
      assertThat(visitor.at("tables")).containsText("Naissance");
      assertThat(visitor.at("start")).hasCount(0);
      Look.at(visitor, "migration-colonnes");
      check(visitor, folders.resolve("nulle-part"));
      assertThat(visitor.page().locator(".ui-messages-error, .ui-message-error").first())
          .isVisible();
      assertThat(visitor.at("start")).hasCount(0);
    }
  }

  @Test
  @Order(3)
  void triesWithoutWritingAnything() {
    try (var visitor = atTheConsole()) {
      check(visitor, sample);
      assertThat(visitor.at("tables")).containsText("2\u00a0000");
      Look.at(visitor, "migration-source");
      visitor.press("Control+Enter");
      seesARun(visitor);
      var dry = ended(visitor, "Terminé");
      Look.at(visitor, "migration-essai");
      assertThat(report(dry).getBoolean("dryRun")).isTrue();
      assertThat(report(dry).getBoolean("addsUp")).isTrue();
      assertThat(patients()).isZero();
    }
  }

  @Test
  @Order(4)
  void takesTheExportOverAndShowsItHappen() {
    try (var visitor = atTheConsole()) {
      assertThat(visitor.at("open-run")).hasCount(1);
      check(visitor, sample);
      visitor.at("mode").getByRole(AriaRole.RADIO).last().click();
      assertThat(visitor.at("start")).containsText("Reprendre");
      visitor.at("start").click();
      assertThat(visitor.page().locator("#confirm")).containsText(clinic.code());
      Look.readable(visitor, "migration-confirmer");
      visitor.at("confirm-yes").click();
      seesARun(visitor);
      Look.readable(visitor, "migration-en-cours");
      run = ended(visitor, "Terminé");
      assertThat(visitor.at("percent").first()).containsText("100");
      Look.at(visitor, "migration-suivi");
    }
    assertThat(patients()).isEqualTo(1_938);
    var table = report(run).getJsonArray("tables").getJsonObject(0);
    assertThat(table.getInt("read")).isEqualTo(2_000);
    assertThat(table.getInt("created")).isEqualTo(1_938);
  }

  @Test
  @Order(5)
  void settlesRowsByKeyboard() {
    long before = openRejects();
    try (var visitor = atTheConsole()) {
      visitor.go("/migrations/" + run + "/rejets");
      Look.at(visitor, "migration-rejets");
      chip(visitor, "Sans numéro");
      assertThat(visitor.id("rows").locator("tbody tr")).hasCount(12);
      visitor.id("rows").locator("tbody tr").first().focus();
      visitor.press("Enter");
      assertThat(visitor.at("reject-reason")).containsText("Sans numéro");
      visitor.press("Alt+i").write("ligne vide de l’ancien logiciel");
      Look.at(visitor, "migration-rejet");
      visitor.press("Enter");
      assertThat(visitor.id("rows").locator("tbody tr")).hasCount(11);
      assertThat(visitor.at("reject-reason")).containsText("Sans numéro");
    }
    assertThat(openRejects()).isEqualTo(before - 1);
    assertThat(resolved("IGNORED")).hasSize(1);
  }

  @Test
  @Order(6)
  void asksForAReasonBeforeItIgnores() {
    long before = openRejects();
    try (var visitor = atTheConsole()) {
      visitor.go("/migrations/" + run + "/rejets");
      firstRow(visitor);
      visitor.at("ignore").click();
      assertThat(visitor.page().locator(".ui-messages-error")).isVisible();
      Look.readable(visitor, "migration-sans-motif");
    }
    assertThat(openRejects()).isEqualTo(before);
  }

  @Test
  @Order(7)
  void comparesAndMakesARecordOfAnother() {
    try (var visitor = atTheConsole()) {
      visitor.go("/migrations/" + run + "/rejets");
      chip(visitor, "Doublon probable");
      firstRow(visitor);
      assertThat(visitor.at("people")).isVisible();
      Look.at(visitor, "migration-doublon");
      visitor.press("Alt+n");
      assertThat(visitor.page().locator(".ui-growl")).containsText("Un dossier est créé");
    }
    assertThat(resolved("CREATED")).hasSize(1);
    assertThat(patients()).isEqualTo(1_939);
  }

  @Test
  @Order(8)
  void linksARowToTheRecordItBelongsTo() {
    try (var visitor = atTheConsole()) {
      visitor.go("/migrations/" + run + "/rejets");
      chip(visitor, "Doublon probable");
      firstRow(visitor);
      visitor.at("link").first().click();
      assertThat(visitor.page().locator(".ui-growl")).containsText("est liée");
    }
    assertThat(resolved("LINKED")).hasSize(1);
    assertThat(patients()).isEqualTo(1_939);
  }

  @Test
  @Order(9)
  void triesARowAgainOnceItsDoubleIsGone() {
    var reject = suspicious();
    var double1 = reject.getJsonArray("suggestions").getJsonObject(0).getString("id");
    remove(double1);
    try (var visitor = atTheConsole()) {
      visitor.go("/migrations/" + run + "/rejets");
      chip(visitor, "Doublon probable");
      row(visitor, reject.getJsonObject("row").getString("sourceKey")).click();
      visitor.at("replay").click();
      assertThat(visitor.page().locator(".ui-growl")).containsText("est reprise");
    }
    assertThat(resolved("REPLAYED")).hasSize(1);
  }

  @Test
  @Order(10)
  void addsUpAndIsSigned() throws IOException {
    try (var visitor = atTheConsole()) {
      visitor.go("/migrations/" + run + "/rapprochement");
      visitor.seesText("report-verdict", "Le compte est bon");
      visitor.seesText("equation", "2\u00a0000");
      assertThat(visitor.at("signature-value")).not().isEmpty();
      Look.at(visitor, "migration-rapprochement");
      var csv = visitor.page().waitForDownload(() -> visitor.at("report-csv").click());
      assertThat(Files.readString(csv.path())).contains("LV_Patients", "2000");
      var text = visitor.page().waitForDownload(() -> visitor.at("report-signed").click());
      assertThat(Files.readString(text.path()))
          .isEqualTo(report(run).getJsonObject("signature").getString("text"));
    }
  }

  @Test
  @Order(11)
  void showsCodesAndPractitioners() {
    try (var visitor = atTheConsole()) {
      visitor.at("to-codes").click();
      visitor.sees("/migrations/codes");
      Look.at(visitor, "migration-codes");
      visitor.at("to-practitioners").click();
      visitor.sees("/migrations/praticiens");
      Look.at(visitor, "migration-praticiens");
    }
  }

  @Test
  @Order(12)
  void takesAWholeRunBack() throws IOException {
    var few = Files.createDirectory(folders.resolve("petit-export"));
    Files.writeString(few.resolve(FILE), HEADER + few("A", "Zonabeko") + few("B", "Yumbipata"));
    long before = patients();
    var back = started(few);
    try (var visitor = atTheConsole()) {
      visitor.go("/migrations/" + back);
      ended(visitor, "Terminé");
      assertThat(patients()).isEqualTo(before + 2);
      visitor.at("rollback").click();
      visitor.at("rollback-typed").fill("AILLEURS");
      visitor.press("Enter");
      assertThat(visitor.page().locator("#rollbackMessages .ui-messages-error")).isVisible();
      Look.readable(visitor, "migration-annuler");
      visitor.at("rollback-typed").fill(clinic.code());
      visitor.at("rollback-now").click();
      ended(visitor, "Annulé");
      visitor.seesText("rolled-back", "2 fiches retirées");
      Look.at(visitor, "migration-annule");
    }
    assertThat(patients()).isEqualTo(before);
  }

  private static String few(String key, String name) {
    return "77001%s01,%s,MUSWAMBA,Colette,F,01-07-1985,,,,,,,,,Kinshasa,,%n"
        .formatted(key, name)
        .replace("\r", "");
  }

  private static void check(Visitor visitor, Path folder) {
    visitor.at("folder").fill(folder.toString());
    visitor.quiet().at("check").click();
    visitor.quiet();
  }

  private static void seesARun(Visitor visitor) {
    assertThat(visitor.page()).hasURL(Pattern.compile("/migrations/[0-9a-f-]{36}$"));
    visitor.page().waitForLoadState();
  }

  /** Waits, as the page itself learns of it, for a run to come to rest; its id. */
  private static String ended(Visitor visitor, String status) {
    assertThat(visitor.at("run-head"))
        .containsText(status, new LocatorAssertions.ContainsTextOptions().setTimeout(LONG));
    var path = visitor.page().url().split("/");
    return UUID.fromString(path[path.length - 1]).toString();
  }

  private static void chip(Visitor visitor, String reason) {
    visitor.at("chip").filter(new Locator.FilterOptions().setHasText(reason)).first().click();
    visitor.quiet();
  }

  private static void firstRow(Visitor visitor) {
    visitor.id("rows").locator("tbody tr").first().click();
    assertThat(visitor.at("reject-reason")).isVisible();
  }

  private static Locator row(Visitor visitor, String key) {
    return visitor
        .id("rows")
        .locator("tbody tr")
        .filter(new Locator.FilterOptions().setHasText(key))
        .first();
  }

  private static JsonObject report(String id) {
    return clinic.as("admin").get("/migrations/" + id + "/report").json();
  }

  private static long openRejects() {
    return clinic
        .as("admin")
        .get("/migrations/" + run)
        .json()
        .getJsonNumber("openRejects")
        .longValue();
  }

  private static List<JsonObject> resolved(String how) {
    return rejects("open=false").stream()
        .filter(row -> how.equals(row.getString("resolution", null)))
        .toList();
  }

  private static List<JsonObject> rejects(String filter) {
    var reply = clinic.as("admin").get("/migrations/%s/rejects?size=100&%s".formatted(run, filter));
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply.data().getValuesAs(JsonObject.class);
  }

  /** An open row that looks like somebody, with that somebody. */
  private static JsonObject suspicious() {
    return rejects("open=true&reason=patient-likely-duplicate").stream()
        .map(row -> clinic.as("admin").get("/migrations/rejects/" + row.getString("id")).json())
        .filter(reject -> reject.getJsonArray("suggestions").size() == 1)
        .findFirst()
        .orElseThrow();
  }

  private static void remove(String patient) {
    var api = clinic.as("admin");
    var now = api.get("/patients/" + patient);
    var gone = api.with("If-Match", now.etag()).delete("/patients/" + patient + "?reason=essai");
    assertThat(gone.status()).as(gone.toString()).isLessThan(300);
  }

  private static String started(Path folder) {
    var body =
        Json.createObjectBuilder()
            .add("source", "csv:" + folder)
            .add("clinic", clinic.code())
            .add("dryRun", false)
            .build();
    var reply = clinic.as("admin").post("/migrations", body);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(202);
    return reply.json().getString("run");
  }

  private static long patients() {
    return Shared.server()
        .owner()
        .number(
            """
            select count(*) from medflow.patient_clinic c
              join medflow.patient p on p.id = c.patient_id
             where c.clinic_id = ? and p.deleted_at is null
            """,
            clinic.id());
  }
}
