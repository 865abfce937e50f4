package org.medflow.patient;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ApiClient;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Reply;
import org.medflow.harness.Shared;

class AmendIT {

  private static ClinicFixture clinic;
  private Reply made;
  private String path;

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("receptionist", "cashier", "admin");
  }

  @BeforeEach
  void register() {
    made = clinic.registered(clinic.people().complete());
    path = "/patients/" + made.id();
  }

  @Test
  void changesOnlyWhatWasSent() {
    var before = clinic.as("receptionist").get(path);
    var changed = desk(before.etag()).patch(path, firstName("Marie-Josée"));
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);

    var after = clinic.as("receptionist").get(path);
    assertThat(after.json().getString("firstName")).isEqualTo("Marie-Josée");
    for (var field : new String[] {"mrn", "lastName", "birthDate", "phones", "email", "address"}) {
      assertThat(after.json().get(field)).as(field).isEqualTo(before.json().get(field));
    }
    assertThat(after.etag()).isNotEqualTo(before.etag());
  }

  @Test
  void needsTheVersionThatWasRead() {
    var blind = clinic.as("receptionist").patch(path, firstName("Alice"));
    assertThat(blind.status()).as(blind.toString()).isEqualTo(428);
  }

  @Test
  void refusesAStaleVersionAndKeepsTheOtherChange() {
    var read = clinic.as("receptionist").get(path).etag();
    assertThat(desk(read).patch(path, firstName("Alice")).status()).isEqualTo(200);
    var stale = desk(read).patch(path, firstName("Bernard"));
    assertThat(stale.status()).as(stale.toString()).isEqualTo(409);
    assertThat(clinic.as("receptionist").get(path).json().getString("firstName"))
        .isEqualTo("Alice");
  }

  @Test
  void findsThePersonUnderTheNewNameOnly() {
    var name = clinic.people().name() + "xel";
    var person = Json.createObjectBuilder().add("lastName", name);
    desk(clinic.as("receptionist").get(path).etag())
        .patch(path, Json.createObjectBuilder().add("person", person).build());
    var query = Json.createObjectBuilder().add("q", name).add("size", 5).build();
    assertThat(clinic.as("receptionist").post("/patients/search", query).body())
        .contains(made.id().toString());
  }

  @Test
  void refusesSomebodyWithoutTheRight() {
    var etag = clinic.as("receptionist").get(path).etag();
    var refused = clinic.as("cashier").with("If-Match", etag).patch(path, firstName("Alice"));
    assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
  }

  @Test
  void takesARecordOutOfSightWithAReasonAndKeepsTheRow() {
    var etag = clinic.as("receptionist").get(path).etag();
    var removed =
        clinic
            .as("admin")
            .with("If-Match", etag)
            .json(
                "DELETE", path, Json.createObjectBuilder().add("reason", "saisie d'essai").build());
    assertThat(removed.status()).as(removed.toString()).isIn(200, 204);
    assertThat(clinic.as("receptionist").get(path).status()).isEqualTo(404);
    var query = Json.createObjectBuilder().add("q", made.json().getString("mrn")).add("size", 5);
    assertThat(clinic.as("receptionist").post("/patients/search", query.build()).data()).isEmpty();
    assertThat(
            Shared.server()
                .owner()
                .number(
                    """
                    select count(*) from medflow.patient
                     where id = ? and deleted_at is not null and deleted_by is not null
                    """,
                    made.id()))
        .isOne();
  }

  private static ApiClient desk(String etag) {
    return clinic.as("receptionist").with("If-Match", etag);
  }

  private static JsonObject firstName(String name) {
    return Json.createObjectBuilder()
        .add("person", Json.createObjectBuilder().add("firstName", name))
        .build();
  }
}
