package org.medflow.harness;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A caller of the API: who (token), where (clinic) and in which language. Immutable. */
public final class ApiClient {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP = newHttp();

  private final URI base;
  private final Map<String, String> headers;
  private final HttpClient http;

  private ApiClient(URI base, Map<String, String> headers, HttpClient http) {
    this.base = base;
    this.headers = Map.copyOf(headers);
    this.http = http;
  }

  /** Somebody who has not signed in; {@code base} ends in {@code /api/v1}. */
  public static ApiClient anonymous(URI base) {
    return new ApiClient(base, Map.of("Accept", "application/json"), HTTP);
  }

  private static HttpClient newHttp() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(10))
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  /** The same caller over connections of its own. */
  public ApiClient apart() {
    return new ApiClient(base, headers, newHttp());
  }

  /** The same caller at another address of the house. */
  public ApiClient at(URI other) {
    return new ApiClient(other, headers, http);
  }

  public ApiClient with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new ApiClient(base, more, http);
  }

  public ApiClient bearer(String token) {
    return with("Authorization", "Bearer " + token);
  }

  public ApiClient inClinic(String codeOrId) {
    return with("X-Clinic-ID", codeOrId);
  }

  /** Signs in and returns the caller with the token; fails when the door stays shut. */
  public ApiClient signedIn(String username, String password) {
    var reply = signIn(username, password);
    if (reply.status() != 200) {
      throw new AssertionError("sign-in refused: " + reply);
    }
    return bearer(reply.json().getString("accessToken"));
  }

  public Reply signIn(String username, String password) {
    var body =
        Json.createObjectBuilder().add("username", username).add("password", password).build();
    return post("/auth/login", body);
  }

  public Reply get(String path) {
    return send("GET", path, BodyPublishers.noBody(), null);
  }

  public Reply delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody(), null);
  }

  public Reply post(String path) {
    return send("POST", path, BodyPublishers.noBody(), null);
  }

  public Reply post(String path, JsonValue body) {
    return json("POST", path, body);
  }

  public Reply patch(String path, JsonValue body) {
    return json("PATCH", path, body);
  }

  public Reply json(String method, String path, JsonValue body) {
    var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    return send(method, path, BodyPublishers.ofByteArray(bytes), "application/json");
  }

  public CompletableFuture<Reply> postLater(String path, JsonValue body) {
    var bytes = BodyPublishers.ofByteArray(body.toString().getBytes(StandardCharsets.UTF_8));
    var request = request("POST", path, bytes, "application/json");
    return http.sendAsync(request, BodyHandlers.ofString()).thenApply(Reply::new);
  }

  /** Any method, any body, any type; the server's word on it. */
  public Reply send(String method, String path, BodyPublisher body, String contentType) {
    try {
      return new Reply(
          http.send(request(method, path, body, contentType), BodyHandlers.ofString()));
    } catch (IOException broken) {
      throw new UncheckedIOException(method + " " + path, broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private HttpRequest request(String method, String path, BodyPublisher body, String contentType) {
    var builder = HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
    headers.forEach(builder::header);
    if (contentType != null) {
      builder.header("Content-Type", contentType);
    }
    return builder.method(method, body).build();
  }
}
