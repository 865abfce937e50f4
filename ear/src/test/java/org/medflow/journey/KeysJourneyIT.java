package org.medflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Home;
import org.medflow.harness.KeyFile;
import org.medflow.harness.Medflow;
import org.medflow.harness.RowLock;
import org.medflow.harness.Shared;

/** An administrator changes the key, on a server of its own, and watches until the old may go. */
class KeysJourneyIT {

  private static Medflow server;
  private static ClinicFixture clinic;
  private static UUID broken;
  private static UUID held;

  @BeforeAll
  static void turnToASecondKey() {
    var home = Home.fresh("keys-journey");
    server = Medflow.start(home, Shared.environment());
    clinic = ClinicFixture.open(server, "receptionist", "admin");
    for (int i = 0; i < 30; i++) {
      held = broken;
      broken = clinic.registered(clinic.people().complete()).id();
    }
    new KeyFile(home).turnToSecondKey();
    server.close();
    server = server.again();
    clinic = clinic.on(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void sealsEverythingAnewAndSaysWhichKeyMayGo() {
    flip();
    try (var visitor = Desk.visitor(server)) {
      visitor.signIn(clinic.staff("admin")).go("/cles").sees("/cles");
      visitor.seesText("keys-head", "D’anciennes clés servent encore");
      Look.at(visitor, "keys-needed");
      try (var row = RowLock.on(server.owner(), "medflow.patient", held)) {
        starts(visitor);
        assertThat(visitor.at("progress")).isVisible();
        assertThat(visitor.at("columns")).containsText("En cours");
        Look.at(visitor, "keys-running");
      }
      visitor.seesText("failures", "Rues");
      assertThat(visitor.at("progress")).hasCount(0);
      assertThat(visitor.at("failure")).hasCount(1);
      Look.at(visitor, "keys-failures");

      flip();
      starts(visitor);
      visitor.seesText("keys-head", "Tout est chiffré avec la clé actuelle");
      visitor.seesText("keys", "Inutile, peut être retirée");
      Look.at(visitor, "keys-done");
    }
  }

  /** Waits until the page, which looks for news by itself, is still. */
  private static void starts(Visitor visitor) {
    visitor.quiet().at("start").press("Enter");
    var yes = visitor.page().locator(".ui-confirmdialog-yes");
    assertThat(yes).isVisible();
    yes.press("Enter");
  }

  /** A value that no key opens any more; again, and it does. */
  private static void flip() {
    server
        .owner()
        .update(
            """
            update medflow.patient
               set street_sealed = set_byte(street_sealed, 9, get_byte(street_sealed, 9) # 255)
             where id = ?
            """,
            broken);
  }

  @Test
  void speaksEnglish() {
    try (var visitor = Desk.visitor(server, "en-GB")) {
      visitor.signIn(clinic.staff("admin")).prefer("language", "en").go("/cles").sees("/cles");
      visitor.seesText("keys", "Seals new values");
      Look.readable(visitor, "keys-english");
    }
  }
}
