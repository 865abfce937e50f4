package org.medflow.harness;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;

/** What the server answered. */
public record Reply(HttpResponse<String> http) {

  public int status() {
    return http.statusCode();
  }

  public String body() {
    return http.body();
  }

  public Optional<String> header(String name) {
    return http.headers().firstValue(name);
  }

  public JsonObject json() {
    try (var reader = Json.createReader(new StringReader(body()))) {
      return reader.readObject();
    }
  }

  /** The lines of a list answer. */
  public JsonArray data() {
    return json().getJsonArray("data");
  }

  /** The machine-readable code of a problem; empty when the body is none. */
  public String code() {
    return header("Content-Type").orElse("").contains("problem+json")
        ? json().getString("code", "")
        : "";
  }

  /** What is wrong with this field of the request; empty when nothing is said about it. */
  public String field(String name) {
    return json().getJsonArray("fields").getValuesAs(JsonObject.class).stream()
        .filter(field -> field.getString("field").equals(name))
        .map(field -> field.getString("code"))
        .findFirst()
        .orElse("");
  }

  public UUID id() {
    return UUID.fromString(json().getString("id"));
  }

  /** Value for If-Match. */
  public String etag() {
    return header("ETag").orElseThrow(() -> new AssertionError("no ETag in " + this));
  }

  @Override
  public String toString() {
    return http.request().method() + " " + http.uri() + " -> " + status() + " " + body();
  }
}
