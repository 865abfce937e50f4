package org.medflow.identity;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.UUID;
import org.medflow.harness.ApiClient;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Database;
import org.medflow.harness.Reply;
import org.medflow.harness.Shared;
import org.medflow.harness.Staff;

/** What administrators of a test's clinic do, and what the database says about it. */
record Office(ClinicFixture clinic) {

  static Database owner() {
    return Shared.server().owner();
  }

  Reply link(UUID user, int minutes) {
    var body = Json.createObjectBuilder().add("minutes", minutes).build();
    return clinic.as("admin").post("/users/%s/link".formatted(user), body);
  }

  static String token(Reply link) {
    return link.json().getString("path").substring("/acces?token=".length());
  }

  Reply change(String by, Staff who, String... roles) {
    var office = clinic.as(by);
    var version =
        owner().number("select version from medflow.app_user where username = ?", who.username());
    var body = Json.createObjectBuilder().add("roles", Json.createArrayBuilder(List.of(roles)));
    return office
        .with("If-Match", "\"" + version + "\"")
        .json("PUT", "/users/%s/roles".formatted(id(who)), body.build());
  }

  Reply approve(String by, String request) {
    return clinic.as(by).post("/role-requests/%s/approve".formatted(request));
  }

  Reply refuse(String by, String request) {
    return clinic.as(by).post("/role-requests/%s/refuse".formatted(request));
  }

  static List<String> waiting(UUID user) {
    return owner()
        .strings(
            """
            select id::text from medflow.role_request
             where user_id = ? and state = 'pending' order by role
            """,
            user);
  }

  static List<String> rolesHeld(UUID user) {
    return owner().strings("select role from medflow.user_role where user_id = ? order by 1", user);
  }

  static List<String> actions(UUID user) {
    return owner()
        .strings(
            "select action from medflow.audit_event where ? = any (entity_ids) order by at", user);
  }

  static UUID id(Staff who) {
    return UUID.fromString(
        owner()
            .strings("select id::text from medflow.app_user where username = ?", who.username())
            .get(0));
  }

  static JsonObject get(ApiClient office, UUID id) {
    return office.get("/users/" + id).json().getJsonObject("person");
  }

  static List<String> texts(JsonObject object, String name) {
    return object.getJsonArray(name).getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .toList();
  }
}
