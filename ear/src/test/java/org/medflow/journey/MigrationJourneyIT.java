package org.medflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Shared;

/** An administrator brings an export in: looks, tries, takes over, adds up, takes back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MigrationJourneyIT {

  private static final double LONG = 180_000;

  @TempDir static Path folders;

  private static ClinicFixture clinic;
  private static LegacyExport exports;
  private static Migrations migrations;
  private static Path sample;
  private static String run;

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("admin", "receptionist");
    exports = new LegacyExport(folders, clinic);
    migrations = new Migrations(clinic);
    sample = exports.sample("lv");
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
  void namesWhatASourceLacksAndStartsNothing() {
    try (var visitor = atTheConsole()) {
      check(visitor, exports.withoutColumns());
      assertThat(visitor.at("tables")).containsText("Sexe");
      assertThat(visitor.at("tables")).containsText("Naissance");
      assertThat(visitor.at("start")).hasCount(0);
      Look.at(visitor, "migration-colonnes");
      check(visitor, folders.resolve("nulle-part"));
      assertThat(visitor.page().locator(".ui-message-error").first()).isVisible();
      assertThat(visitor.at("start")).hasCount(0);
      Look.readable(visitor, "migration-introuvable");
    }
  }

  @Test
  @Order(3)
  void triesByKeyboardWithoutWritingAnything() {
    try (var visitor = atTheConsole()) {
      visitor.at("folder").focus();
      visitor.write(sample.toString()).press("Tab").quiet();
      assertThat(visitor.at("check")).isFocused();
      visitor.press("Enter").quiet();
      assertThat(visitor.at("tables")).containsText("2\u00a0000");
      Look.at(visitor, "migration-source");
      visitor.press("Control+Enter");
      var dry = ended(visitor, "Terminé");
      Look.at(visitor, "migration-essai");
      assertThat(migrations.report(dry).getBoolean("dryRun")).isTrue();
      assertThat(migrations.report(dry).getBoolean("addsUp")).isTrue();
      visitor.go("/migrations/" + dry + "/rejets");
      visitor.id("rows").locator("tbody tr").first().click();
      assertThat(visitor.at("only-tried")).isVisible();
      assertThat(visitor.at("ignore")).hasCount(0);
    }
    assertThat(migrations.patients()).isZero();
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
      assertThat(visitor.id("confirm")).containsText(clinic.code());
      Look.readable(visitor, "migration-confirmer");
      visitor.at("confirm-yes").click();
      run = ended(visitor, "Terminé");
      assertThat(visitor.at("percent").first()).containsText("100");
      Look.at(visitor, "migration-suivi");
    }
    assertThat(migrations.patients()).isEqualTo(1_938);
    var table = migrations.report(run).getJsonArray("tables").getJsonObject(0);
    assertThat(table.getInt("read")).isEqualTo(2_000);
    assertThat(table.getInt("created")).isEqualTo(1_938);
  }

  @Test
  @Order(5)
  void addsUpAndCanBeVerifiedByOthers() throws Exception {
    try (var visitor = atTheConsole()) {
      visitor.go("/migrations/" + run + "/rapprochement");
      visitor.seesText("report-verdict", "Le compte est bon");
      visitor.seesText("equation", "2\u00a0000");
      Look.at(visitor, "migration-rapprochement");
      assertThat(new String(file(visitor, "report-csv"))).contains("LV_Patients,patient,2000");
      assertThat(new String(file(visitor, "report-json"))).contains("\"created\":1938");
      var text = file(visitor, "report-signed");
      assertThat(verified(file(visitor, "report-key"), file(visitor, "report-signature"), text))
          .isTrue();
    }
  }

  private static byte[] file(Visitor visitor, String mark) throws IOException {
    return Files.readAllBytes(
        visitor.page().waitForDownload(() -> visitor.at(mark).click()).path());
  }

  /** As openssl does it: DER signature, PEM key, SHA-256. */
  private static boolean verified(byte[] pem, byte[] signature, byte[] text)
      throws GeneralSecurityException {
    var der = Base64.getMimeDecoder().decode(new String(pem).replaceAll("-----[A-Z ]+-----", ""));
    var verifier = Signature.getInstance("SHA256withECDSA");
    verifier.initVerify(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der)));
    verifier.update(text);
    return verifier.verify(signature);
  }

  @Test
  @Order(6)
  void takesAWholeRunBack() {
    long before = migrations.patients();
    var back = migrations.started(exports.twoPeople());
    try (var visitor = atTheConsole()) {
      visitor.go("/migrations/" + back);
      ended(visitor, "Terminé");
      assertThat(migrations.patients()).isEqualTo(before + 2);
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
    assertThat(migrations.patients()).isEqualTo(before);
    assertThat(migrations.run(back).getString("status")).isEqualTo("ROLLED_BACK");
  }

  private static void check(Visitor visitor, Path folder) {
    visitor.at("folder").fill(folder.toString());
    visitor.quiet().at("check").click();
    visitor.quiet();
  }

  /** Waits, as the page itself learns of it, for a run to come to rest; its id. */
  private static String ended(Visitor visitor, String status) {
    assertThat(visitor.page()).hasURL(Pattern.compile("/migrations/[0-9a-f-]{36}$"));
    assertThat(visitor.at("run-head"))
        .containsText(status, new LocatorAssertions.ContainsTextOptions().setTimeout(LONG));
    var path = visitor.page().url().split("/");
    return UUID.fromString(path[path.length - 1]).toString();
  }
}
