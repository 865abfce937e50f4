package org.medflow.patient;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;

class TimelineIT {

  private static ClinicFixture clinic;

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("receptionist");
  }

  @Test
  void beginsWithTheRegistration() {
    var made = clinic.registered(clinic.people().next());
    assertThat(kinds(made.id())).containsExactly("registration");
  }

  @Test
  void tellsOfAMergeNewestFirst() {
    var survivor = clinic.registered(clinic.people().next());
    var duplicate = clinic.registered(clinic.people().next());
    clinic
        .as("receptionist")
        .post(
            "/patients/%s/merge".formatted(survivor.id()),
            Json.createObjectBuilder()
                .add("duplicate", duplicate.id().toString())
                .add("reason", "double fiche")
                .build());
    assertThat(kinds(survivor.id())).startsWith("merge").contains("registration");
  }

  private static List<String> kinds(UUID patient) {
    var reply = clinic.as("receptionist").get("/patients/%s/timeline".formatted(patient));
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply.data().getValuesAs(JsonObject.class).stream()
        .map(entry -> entry.getString("kind"))
        .toList();
  }
}
