package org.medflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Person;
import org.medflow.harness.Shared;

/** A record: read, amended, joined with its double and parted again, removed. */
class RecordJourneyIT {

  private static ClinicFixture clinic;

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("receptionist", "admin");
  }

  private static Visitor signedIn(String label) {
    return Desk.visitor(Shared.server()).signIn(clinic.staff(label));
  }

  private static String record(UUID id) {
    return "/patients/" + id + "/resume";
  }

  private static long number(String sql, Object... parameters) {
    return Shared.server().owner().number(sql, parameters);
  }

  @Test
  void showsWhoThePersonIsAndWhatHappened() {
    var person = clinic.people().complete();
    var id = clinic.registered(person).id();
    try (var visitor = signedIn("receptionist")) {
      visitor.go(record(id));
      visitor.seesText("identity", person.lastName().toUpperCase(Locale.ROOT));
      visitor.seesText("identity", person.nationalId());
      visitor.seesText("contact", person.email()).seesText("timeline", "Inscription");
      Look.at(visitor, "dossier");
    }
    assertThat(number("select count(*) from medflow.audit_event where ? = any (entity_ids)", id))
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void holdsAVeryLongName() {
    var person =
        clinic
            .people()
            .next()
            .named(
                "Tshilombo-Mwambakambayi-Kabongolo",
                "Ngalula-Mulumba-Kanyinda",
                "Marie-Espérance-Immaculée");
    var id = clinic.registered(person).id();
    try (var visitor = signedIn("receptionist")) {
      visitor.go(record(id));
      Look.at(visitor, "dossier-nom-long");
    }
  }

  @Test
  void amendsARecord() {
    var person = clinic.people().next();
    var id = clinic.registered(person).id();
    try (var visitor = signedIn("receptionist")) {
      visitor.go(record(id));
      visitor.at("amend").click();
      visitor.sees("/patients/" + id + "/modifier");
      Look.at(visitor, "modification");
      visitor.type("commune", "Lemba").type("phones", "0899 123 456");
      visitor.press("Control+Enter").sees(record(id));
      visitor.seesText("contact", "Lemba");
    }
    var saved = clinic.as("receptionist").get("/patients/" + id).json();
    assertThat(saved.getJsonArray("phones").toString()).contains("+243899123456");
    assertThat(saved.getString("lastName")).isEqualToIgnoringCase(person.lastName());
  }

  @Test
  void saysWhenSomebodyElseWasFaster() {
    var id = clinic.registered(clinic.people().next()).id();
    try (var visitor = signedIn("receptionist")) {
      visitor.go("/patients/" + id + "/modifier");
      assertThat(visitor.id("commune")).isVisible();
      overtake(id);
      visitor.type("commune", "Lemba");
      visitor.press("Control+Enter");
      assertThat(visitor.at("overtaken")).containsText("prénom");
      assertThat(visitor.id("commune")).hasValue("Lemba");
      Look.readable(visitor, "modification-depassee");
    }
  }

  private static void overtake(UUID id) {
    var api = clinic.as("receptionist");
    var now = api.get("/patients/" + id);
    var change = Json.createObjectBuilder().add("firstName", "Immaculée").build();
    var body = Json.createObjectBuilder().add("person", change).build();
    var amended = api.with("If-Match", now.etag()).patch("/patients/" + id, body);
    assertThat(amended.status()).as(amended.toString()).isEqualTo(200);
  }

  @Test
  void joinsTwoRecordsAndPartsThemAgain() {
    var kept = clinic.people().next();
    var doubled = clinic.people().next();
    var survivor = clinic.registered(kept).id();
    var duplicate = clinic.registered(doubled).id();
    try (var visitor = signedIn("receptionist")) {
      visitor.go(record(survivor));
      merge(visitor, doubled);
      visitor.seesText("merges", "vu avec la famille");
      assertThat(open(duplicate)).isEqualTo(1);
      Look.at(visitor, "dossier-fusionne");

      visitor.at("undo").first().click();
      visitor.at("undo-reason").fill("deux sœurs");
      Look.readable(visitor, "fusion-annuler");
      visitor.at("undo-now").click();
      assertThat(visitor.at("undo")).hasCount(0);
    }
    assertThat(open(duplicate)).isZero();
    assertThat(clinic.as("receptionist").get("/patients/" + duplicate).status()).isEqualTo(200);
  }

  private static void merge(Visitor visitor, Person doubled) {
    visitor.at("merge").click();
    visitor.at("merge-text").pressSequentially(doubled.lastName());
    visitor.at("merge-choose").first().click();
    visitor.at("merge-reason").fill("vu avec la famille");
    Look.at(visitor, "fusion");
    visitor.at("merge-now").click();
  }

  private static long open(UUID duplicate) {
    return number(
        "select count(*) from medflow.patient_merge where duplicate = ? and undone_at is null",
        duplicate);
  }

  @Test
  void removesARecordWithAReason() {
    var id = clinic.registered(clinic.people().next()).id();
    try (var visitor = signedIn("admin")) {
      visitor.go(record(id));
      visitor.at("remove").click();
      Look.at(visitor, "suppression");
      visitor.at("remove-reason").fill("inscrit par erreur");
      visitor.at("remove-now").click();
      visitor.sees("/patients");
      assertThat(visitor.status(record(id))).isEqualTo(404);
    }
    assertThat(
            number(
                """
                select count(*) from medflow.patient
                 where id = ? and deleted_at is not null and deleted_reason = 'inscrit par erreur'
                """,
                id))
        .isEqualTo(1);
  }

  @Test
  void asksForAReasonBeforeItRemoves() {
    var id = clinic.registered(clinic.people().next()).id();
    try (var visitor = signedIn("admin")) {
      visitor.go(record(id));
      visitor.at("remove").click();
      visitor.at("remove-now").click();
      assertThat(visitor.page().locator("#removeMessages .ui-messages-error")).isVisible();
      Look.readable(visitor, "suppression-sans-motif");
    }
    assertThat(
            number("select count(*) from medflow.patient where id = ? and deleted_at is null", id))
        .isEqualTo(1);
  }

  @Test
  void offersNoRemovalToSomebodyWithoutTheRight() {
    var id = clinic.registered(clinic.people().next()).id();
    try (var visitor = signedIn("receptionist")) {
      visitor.go(record(id));
      assertThat(visitor.at("remove")).hasCount(0);
    }
  }
}
