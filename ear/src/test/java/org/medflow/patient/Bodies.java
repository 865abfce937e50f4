package org.medflow.patient;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.medflow.harness.Person;

/** A sound body for each route that takes one, so that a refusal is about the row, not the form. */
public final class Bodies {

  private Bodies() {}

  /** Keyed by method and path template. */
  public static Map<String, JsonObject> of(Person person, UUID other) {
    var bodies = new LinkedHashMap<String, JsonObject>();
    bodies.put("POST /auth/login", object("username", "nobody.here", "password", "x".repeat(20)));
    bodies.put("POST /patients", person.registration());
    bodies.put("POST /patients/search", object("q", person.lastName()));
    bodies.put("POST /patients/check-duplicates", person.asked());
    bodies.put("PATCH /patients/{id}", amendment());
    bodies.put("DELETE /patients/{id}", object("reason", "saisie d'essai"));
    bodies.put(
        "POST /patients/{id}/merge", object("duplicate", other.toString(), "reason", "doublon"));
    bodies.put("POST /patients/{id}/merges/{merge}/undo", object("reason", "erreur de guichet"));
    bodies.put("POST /migrations", object("source", "csv:/nowhere", "clinic", "NOSUCH"));
    bodies.put("POST /migrations/check", object("source", "csv:/nowhere"));
    bodies.put("POST /migrations/rejects/{id}/ignore", object("reason", "ligne d'essai"));
    bodies.put("POST /migrations/rejects/{id}/link", object("patient", other.toString()));
    bodies.put("PUT /migrations/codes", meaning());
    bodies.put("POST /patients/{id}/vitals", Json.createObjectBuilder().add("pulse", 70).build());
    bodies.put("POST /patients/{id}/problems", object("code", "I10"));
    return bodies;
  }

  private static JsonObject meaning() {
    return object(
        "system", "carevision",
        "table", "Ag_Rdv",
        "column", "status",
        "code", "ESSAI",
        "meaning", "COMPLETED");
  }

  private static JsonObject amendment() {
    return Json.createObjectBuilder()
        .add("person", Json.createObjectBuilder().add("firstName", "Aline"))
        .build();
  }

  static JsonObject object(String... pairs) {
    var builder = Json.createObjectBuilder();
    for (int i = 0; i < pairs.length; i += 2) {
      builder.add(pairs[i], pairs[i + 1]);
    }
    return builder.build();
  }
}
