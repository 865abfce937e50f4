package org.medflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Person;
import org.medflow.harness.Shared;

/** Finding somebody whose name nobody spells alike, with the keyboard. */
class SearchJourneyIT {

  private static ClinicFixture clinic;
  private static Person someone;
  private static UUID id;

  @BeforeAll
  static void register() {
    clinic = ClinicFixture.open("receptionist");
    someone = clinic.people().next().named("Tshibangu", "Ngalula", "Béatrice");
    id = clinic.registered(someone).id();
    for (int i = 0; i < 30; i++) {
      clinic.registered(clinic.people().next());
    }
  }

  private static Visitor atTheSearch() {
    return Desk.visitor(Shared.server()).signIn(clinic.staff("receptionist")).go("/patients");
  }

  private static void finds(Visitor visitor, String text) {
    visitor.type("q", text);
    assertThat(visitor.at("open").first()).containsText("Béatrice");
  }

  @Test
  void findsAMisspeltNameAndOpensTheRecord() {
    try (var visitor = atTheSearch()) {
      Look.at(visitor, "patients");
      finds(visitor, "Tchibangu Béatrise");
      Look.at(visitor, "patients-trouves");
      visitor.at("open").first().focus();
      visitor.press("Enter").sees("/patients/" + id + "/resume");
    }
  }

  @Test
  void forgivesOrderAccentsAndCase() {
    try (var visitor = atTheSearch()) {
      finds(visitor, "beatrice TSHIBANGU");
      finds(visitor, "ngalula tshibangu");
    }
  }

  @Test
  void findsByPhoneAsPeopleSayIt() {
    try (var visitor = atTheSearch()) {
      finds(visitor, "0" + someone.phones().get(0).substring(4));
    }
  }

  @Test
  void findsByNumber() {
    var mrn = clinic.as("receptionist").get("/patients/" + id).json().getString("mrn");
    try (var visitor = atTheSearch()) {
      finds(visitor, mrn);
    }
  }

  @Test
  void showsTheEssentialBesideTheList() {
    try (var visitor = atTheSearch()) {
      finds(visitor, "Tshibangu");
      visitor.id("rows").locator("tbody tr td").first().click();
      assertThat(visitor.at("preview")).containsText("Béatrice");
      Look.at(visitor, "patients-apercu");
    }
  }

  @Test
  void saysWhatToTryWhenNobodyIsFound() {
    try (var visitor = atTheSearch()) {
      visitor.type("q", "Zzyzxqwvut");
      assertThat(visitor.id("rows")).containsText("Aucun patient trouvé");
      Look.at(visitor, "patients-aucun");
    }
  }

  @Test
  void doesNotFindAPatientOfAnotherClinic() {
    var elsewhere = ClinicFixture.open("receptionist");
    try (var visitor =
        Desk.visitor(Shared.server()).signIn(elsewhere.staff("receptionist")).go("/patients")) {
      visitor.type("q", "Tshibangu Ngalula");
      assertThat(visitor.id("rows")).containsText("Aucun patient trouvé");
      assertThat(visitor.id("rows")).not().containsText("Ngalula");
    }
  }

  @Test
  void writesWhatWasSearchedIntoNoAddress() {
    try (var visitor = atTheSearch()) {
      finds(visitor, "Tshibangu");
      assertThat(visitor.page().url()).doesNotContain("Tshibangu");
    }
  }
}
