package org.medflow.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The running server's API, called with the installation's own token. */
final class OperatorApi {

  private static final int FIRST_ERROR = 400;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private final String token;

  OperatorApi(Installation installation) {
    this.base = Addresses.of(installation.ports(), true).api();
    this.token = installation.secrets().operatorToken();
  }

  JsonNode get(String path) {
    return send(request(path).GET().build());
  }

  JsonNode post(String path, Object body) {
    try {
      var json = JSON.writeValueAsString(body);
      return send(
          request(path)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(json))
              .build());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A request is not JSON", impossible);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(Duration.ofMinutes(2))
        .header("Authorization", "Operator " + token)
        .header("Accept", "application/json")
        .header("Accept-Language", "en");
  }

  private JsonNode send(HttpRequest request) {
    try {
      var response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= FIRST_ERROR) {
        throw refused(request, response);
      }
      return JSON.readTree(response.body());
    } catch (IOException lost) {
      throw new LauncherProblem("The server does not answer at %s.".formatted(base), lost);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new LauncherProblem("Stopped while waiting.", stopped);
    }
  }

  private static LauncherProblem refused(HttpRequest request, HttpResponse<String> response) {
    var detail = detail(response.body());
    return new LauncherProblem(
        "The server refused %s with status %d: %s"
            .formatted(request.uri().getPath(), response.statusCode(), detail));
  }

  private static String detail(String body) {
    try {
      var problem = JSON.readTree(body);
      return problem.path("detail").asText(problem.path("title").asText("no reason given"));
    } catch (JsonProcessingException notJson) {
      return "no reason given";
    }
  }
}
