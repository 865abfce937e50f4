package org.medflow.patient;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Person;
import org.medflow.harness.Reply;
import org.medflow.harness.Shared;

class DuplicatesIT {

  private static ClinicFixture clinic;

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("receptionist", "admin");
  }

  @Test
  void refusesASecondRecordForATakenNationalId() {
    var first = clinic.people().complete();
    var known = clinic.registered(first);
    var refused = register(clinic.people().next().withNationalId(first.nationalId()));
    assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("patient-identifier-taken");
    assertThat(candidates(refused)).contains(known.id());
  }

  @Test
  void readsANationalIdWhateverItsSpacesAndCase() {
    var first = clinic.people().complete();
    clinic.registered(first);
    var spaced = first.nationalId().toLowerCase().replaceAll("(\\d{5})$", " $1");
    var refused = register(clinic.people().next().withNationalId(spaced));
    assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
  }

  @Test
  void asksAPersonWhenNameAndBirthDateAgree() {
    var first = clinic.people().next();
    var known = clinic.registered(first);
    var twin = clinic.people().next().named(first.postName(), first.lastName(), first.firstName());
    var refused = register(twin.bornOn(first.birthDate()));
    assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("patient-likely-duplicate");
    assertThat(candidates(refused)).containsExactly(known.id());
    var candidate = refused.json().getJsonArray("candidates").getJsonObject(0);
    assertThat(candidate.getInt("score")).isBetween(60, 100);
    assertThat(candidate.getJsonArray("reasons")).isNotEmpty();
  }

  @Test
  void showsTheCandidatesBeforeAnythingIsSaved() {
    var first = clinic.people().next();
    var known = clinic.registered(first);
    var reply = clinic.as("receptionist").post("/patients/check-duplicates", first.asked());
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    assertThat(reply.body()).contains(known.id().toString());
    assertThat(rows(first)).isOne();
  }

  @Test
  void letsTheDeskDecideOnASharedTelephone() {
    var mother = clinic.people().next();
    var known = clinic.registered(mother);
    var child = clinic.people().next().phoned(mother.phones().get(0));
    var asked = register(child);
    assertThat(asked.status()).as(asked.toString()).isEqualTo(409);
    assertThat(asked.code()).isEqualTo("patient-likely-duplicate");
    var made = register(child.anotherThan(known.id(), "sa fille"));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
  }

  @Test
  void savesAnotherPersonWithAReasonAndKeepsTheDecision() {
    var first = clinic.people().next();
    var known = clinic.registered(first);
    var twin = lookalike(first);
    var without = register(twin.anotherThan(known.id(), null));
    assertThat(without.status()).as(without.toString()).isIn(400, 409, 422);

    var made =
        clinic
            .as("admin")
            .post("/patients", twin.anotherThan(known.id(), "cousin, vu avec elle").registration());
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    var kept =
        Shared.server()
            .owner()
            .strings(
                """
                select verdict || '|' || reason from medflow.patient_decision
                 where patient_id = ? and candidate = ?
                """,
                made.id(),
                known.id());
    assertThat(kept).containsExactly("ANOTHER_PERSON|cousin, vu avec elle");
  }

  @Test
  void createsNothingWhenThePersonSaysItIsTheSame() {
    var first = clinic.people().next();
    var known = clinic.registered(first);
    var refused = register(lookalike(first).sameAs(known.id()));
    assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("patient-same");
    assertThat(candidates(refused)).containsExactly(known.id());
    assertThat(rows(first)).isOne();
  }

  @Test
  void needsTheRightToOverrideANearCertainLikeness() {
    var first = clinic.people().complete();
    var known = clinic.registered(first);
    var copy =
        new Person(
            first.lastName(),
            first.postName(),
            first.firstName(),
            first.sex(),
            first.birthDate(),
            first.phones(),
            null,
            first.email(),
            first.street(),
            List.of());
    var asked = register(copy);
    assertThat(asked.status()).as(asked.toString()).isEqualTo(409);
    assertThat(score(asked)).isGreaterThanOrEqualTo(90);
    var decided = copy.anotherThan(known.id(), "jumeau homonyme");
    var refused = register(decided);
    assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
    var made = clinic.as("admin").post("/patients", decided.registration());
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
  }

  @Test
  void saysNothingAboutAPersonKnownOnlyElsewhere() {
    var elsewhere = ClinicFixture.open("receptionist");
    var stranger = elsewhere.people().complete();
    var hidden = elsewhere.registered(stranger);

    var refused = register(clinic.people().next().withNationalId(stranger.nationalId()));
    assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("patient-known-elsewhere");
    assertThat(refused.json()).doesNotContainKey("candidates");
    assertThat(refused.body())
        .doesNotContain(hidden.id().toString())
        .doesNotContainIgnoringCase(stranger.lastName());

    var twin = register(lookalike(stranger));
    assertThat(twin.status()).as("a likeness elsewhere is not shown: " + twin).isEqualTo(201);
  }

  private static Person lookalike(Person first) {
    return clinic
        .people()
        .next()
        .named(first.lastName(), first.postName(), first.firstName())
        .bornOn(first.birthDate());
  }

  private static Reply register(Person person) {
    return clinic.as("receptionist").post("/patients", person.registration());
  }

  private static int score(Reply refused) {
    return refused.json().getJsonArray("candidates").getJsonObject(0).getInt("score");
  }

  private static List<UUID> candidates(Reply refused) {
    return refused.json().getJsonArray("candidates").getValuesAs(JsonObject.class).stream()
        .map(candidate -> UUID.fromString(candidate.getString("id")))
        .toList();
  }

  private static long rows(Person person) {
    return Shared.server()
        .owner()
        .number(
            "select count(*) from medflow.patient where lower(last_name) = lower(?)",
            person.lastName());
  }
}
