package org.medflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Shared;
import org.medflow.harness.Staff;

/** Every page behind the door in both languages, with people in it and without. */
class EnglishJourneyIT {

  private static final List<String> FORGOTTEN =
      List.of("Enregistrer", "Rechercher", "Naissance", "Téléphone", "Accueil");

  private static ClinicFixture clinic;
  private static Staff speaker;
  private static UUID id;

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("receptionist");
    speaker = clinic.hire("speaker", "admin", clinic.code());
    id = clinic.registered(clinic.people().complete()).id();
    clinic.registered(clinic.people().next());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/accueil",
        "/patients",
        "/patients/nouveau",
        "/patients/{id}/resume",
        "/patients/{id}/modifier",
        "/migrations",
        "/migrations/codes",
        "/migrations/praticiens"
      })
  void readsWellInEnglish(String path) {
    try (var visitor = Desk.visitor(Shared.server()).signIn(speaker)) {
      visitor.prefer("language", "en").go(path.replace("{id}", id.toString()));
      assertThat(visitor.page().locator("html")).hasAttribute("lang", "en");
      for (var word : FORGOTTEN) {
        assertThat(visitor.page().locator("main")).not().containsText(word);
      }
      Look.readable(visitor, path + " in English");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void showsTheBoardWithAndWithoutPatients(String language) {
    var empty = ClinicFixture.open("receptionist");
    for (var who : List.of(speaker, empty.staff("receptionist"))) {
      try (var visitor = Desk.visitor(Shared.server()).signIn(who)) {
        visitor.prefer("language", language).go("/accueil");
        assertThat(visitor.at("figures")).isVisible();
        var state = who == speaker ? "" : "-vide";
        Look.at(visitor, "accueil" + state + (language.equals("en") ? "-en" : ""));
      }
    }
  }
}
