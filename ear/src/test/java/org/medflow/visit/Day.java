package org.medflow.visit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Reply;

/** What happens in a clinic in a day, as calls of the API. */
public record Day(ClinicFixture clinic) {

  /** Somebody who has just been registered. */
  public UUID patient() {
    return clinic.registered(clinic.people().complete()).id();
  }

  /** The arrival of somebody without an appointment. */
  public JsonObject walkIn(UUID patient, String priority) {
    var reply = tryWalkIn(patient, priority);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    return reply.json();
  }

  public Reply tryWalkIn(UUID patient, String priority) {
    return clinic
        .as("receptionist")
        .post(
            "/queue/walk-ins",
            Json.createObjectBuilder()
                .add("patientId", patient.toString())
                .add("typeCode", "consultation")
                .add("priority", priority)
                .build());
  }

  public static String ticket(JsonObject arrival) {
    return arrival.getJsonObject("ticket").getString("id");
  }

  public static String visit(JsonObject arrival) {
    return arrival.getJsonObject("visit").getString("id");
  }

  /** A room of this kind. */
  public UUID room(String number, String kind) {
    var id = UUID.randomUUID();
    clinic
        .server()
        .owner()
        .update(
            """
            insert into medflow.room (id, clinic_id, number, name, kind) values (?, ?, ?, ?, ?)
            """,
            id,
            clinic.id(),
            number,
            "Salle " + number,
            kind);
    return id;
  }

  /** A step of a ticket, by somebody, which must work. */
  public JsonObject step(String role, String ticket, String step) {
    var reply = clinic.as(role).post("/queue/" + ticket + "/" + step);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply.json();
  }
}
