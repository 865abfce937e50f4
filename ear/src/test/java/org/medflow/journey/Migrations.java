package org.medflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.medflow.harness.ApiClient;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Reply;
import org.medflow.harness.Shared;

/** Imports of a clinic as the API and the database tell them: what a journey really left behind. */
record Migrations(ClinicFixture clinic) {

  private static final Set<String> UNDER_WAY = Set.of("STARTING", "RUNNING", "ROLLING_BACK");

  /** Takes a folder over, and waits for the end. */
  String taken(Path folder) {
    var id = started(folder);
    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> !UNDER_WAY.contains(run(id).getString("status")));
    assertThat(run(id).getString("status")).as(run(id).toString()).isEqualTo("COMPLETED");
    return id;
  }

  String started(Path folder) {
    var order =
        Json.createObjectBuilder()
            .add("source", "csv:" + folder)
            .add("clinic", clinic.code())
            .add("dryRun", false)
            .build();
    var reply = api().post("/migrations", order);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(202);
    return reply.json().getString("run");
  }

  JsonObject run(String id) {
    return ok(api().get("/migrations/" + id)).json();
  }

  JsonObject report(String id) {
    return ok(api().get("/migrations/" + id + "/report")).json();
  }

  long openRejects(String id) {
    return run(id).getJsonNumber("openRejects").longValue();
  }

  /** Rows that people have decided on in this way. */
  List<JsonObject> resolved(String id, String how) {
    return rejects(id, "open=false").stream()
        .filter(row -> how.equals(row.getString("resolution", null)))
        .toList();
  }

  /** An open row that looks like exactly one person who is here, with that person. */
  JsonObject suspicious(String id) {
    return rejects(id, "open=true&reason=patient-likely-duplicate").stream()
        .map(row -> ok(api().get("/migrations/rejects/" + row.getString("id"))).json())
        .filter(reject -> reject.getJsonArray("suggestions").size() == 1)
        .findFirst()
        .orElseThrow();
  }

  private List<JsonObject> rejects(String id, String filter) {
    return ok(api().get("/migrations/%s/rejects?size=100&%s".formatted(id, filter)))
        .data()
        .getValuesAs(JsonObject.class);
  }

  void remove(String patient) {
    var now = ok(api().get("/patients/" + patient));
    var path = "/patients/" + patient + "?reason=essai";
    ok(api().with("If-Match", now.etag()).delete(path));
  }

  long patients() {
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

  private ApiClient api() {
    return clinic.as("admin");
  }

  private static Reply ok(Reply reply) {
    assertThat(reply.status()).as(reply.toString()).isBetween(200, 299);
    return reply;
  }
}
