package org.medflow.patient;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonString;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ApiClient;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Reply;
import org.medflow.harness.Shared;

class MergeIT {

  private static ClinicFixture clinic;
  private Reply survivor;
  private Reply duplicate;

  @BeforeEach
  void registerTwo() {
    if (clinic == null) {
      clinic = ClinicFixture.open("receptionist", "cashier");
    }
    survivor = clinic.registered(clinic.people().next());
    duplicate = clinic.registered(clinic.people().next());
  }

  @Test
  void leavesOneRecordThatAnswersToBothNumbers() {
    var merged = merge(clinic.as("receptionist"));
    assertThat(merged.status()).as(merged.toString()).isIn(200, 201);

    var kept = read(survivor.id());
    assertThat(kept.json().getJsonArray("aliases").getValuesAs(JsonString::getString))
        .contains(duplicate.json().getString("mrn"));
    assertThat(find(duplicate.json().getString("mrn"))).contains(survivor.id().toString());
    assertThat(kept.json().getJsonArray("phones").getValuesAs(JsonString::getString))
        .contains(duplicate.json().getJsonArray("phones").getString(0));
  }

  @Test
  void isUndoneAsIfItHadNeverHappened() {
    var before = read(survivor.id()).json();
    var other = read(duplicate.id()).json();
    var merged = merge(clinic.as("receptionist"));
    var merge = merged.json().getString("id");

    var undone =
        clinic
            .as("receptionist")
            .post(
                "/patients/%s/merges/%s/undo".formatted(survivor.id(), merge),
                Json.createObjectBuilder().add("reason", "erreur de guichet").build());
    assertThat(undone.status()).as(undone.toString()).isEqualTo(200);

    var again = read(survivor.id()).json();
    var back = read(duplicate.id()).json();
    for (var field : new String[] {"mrn", "lastName", "firstName", "phones", "aliases"}) {
      assertThat(again.get(field)).as(field).isEqualTo(before.get(field));
      assertThat(back.get(field)).as(field).isEqualTo(other.get(field));
    }
    assertThat(find(duplicate.json().getString("mrn"))).contains(duplicate.id().toString());
    assertThat(
            Shared.server()
                .owner()
                .number(
                    """
                    select count(*) from medflow.patient_merge
                     where id = ?::uuid and undone_at is not null and undo_reason is not null
                    """,
                    merge))
        .isOne();
  }

  @Test
  void isNotUndoneTwice() {
    var merge = merge(clinic.as("receptionist")).json().getString("id");
    var path = "/patients/%s/merges/%s/undo".formatted(survivor.id(), merge);
    var reason = Json.createObjectBuilder().add("reason", "erreur de guichet").build();
    clinic.as("receptionist").post(path, reason);
    var second = clinic.as("receptionist").post(path, reason);
    assertThat(second.status()).as(second.toString()).isIn(404, 409);
  }

  @Test
  void needsTheRightAndAReason() {
    var refused = merge(clinic.as("cashier"));
    assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
    var body = Json.createObjectBuilder().add("duplicate", duplicate.id().toString()).build();
    var silent =
        clinic.as("receptionist").post("/patients/%s/merge".formatted(survivor.id()), body);
    assertThat(silent.status()).as(silent.toString()).isIn(400, 422);
    assertThat(read(duplicate.id()).status()).isEqualTo(200);
  }

  @Test
  void neverJoinsARecordWithItself() {
    duplicate = survivor;
    var refused = merge(clinic.as("receptionist"));
    assertThat(refused.status()).as(refused.toString()).isIn(400, 409, 422);
  }

  @Test
  void isDoneOnceWhenTwoPersonsAskAtTheSameTime() {
    var path = "/patients/%s/merge".formatted(survivor.id());
    var one = clinic.as("receptionist").postLater(path, body());
    var two = clinic.as("receptionist").postLater(path, body());
    int done = one.join().status() / 100 + two.join().status() / 100;
    assertThat(done).as(one.join() + " / " + two.join()).isEqualTo(6);
    assertThat(
            Shared.server()
                .owner()
                .number(
                    "select count(*) from medflow.patient_merge where duplicate = ?",
                    duplicate.id()))
        .isOne();
  }

  private Reply merge(ApiClient caller) {
    return caller.post("/patients/%s/merge".formatted(survivor.id()), body());
  }

  private jakarta.json.JsonObject body() {
    return Json.createObjectBuilder()
        .add("duplicate", duplicate.id().toString())
        .add("reason", "deux fiches de la même personne")
        .build();
  }

  private static Reply read(UUID id) {
    return clinic.as("receptionist").get("/patients/" + id);
  }

  private static String find(String q) {
    var query = Json.createObjectBuilder().add("q", q).add("size", 5).build();
    return clinic.as("receptionist").post("/patients/search", query).body();
  }
}
