package org.medflow.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
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
  private static final int NOT_THERE = 404;
  private static final int BROKEN = 500;
  private static final int AWAY = 503;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private final String token;

  OperatorApi(Installation installation) {
    this.base = Addresses.of(installation.door(), true).api();
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
      if (away(response)) {
        throw new ServerAway(refusal(request, response), null);
      }
      if (response.statusCode() >= FIRST_ERROR) {
        throw new LauncherProblem(refusal(request, response));
      }
      return JSON.readTree(response.body());
    } catch (IOException lost) {
      throw new ServerAway("The server does not answer at %s.".formatted(base), lost);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new LauncherProblem("Stopped while waiting.", stopped);
    }
  }

  /**
   * While the server starts, others than we answer in its place, and not with a problem of ours.
   */
  private static boolean away(HttpResponse<String> response) {
    int status = response.statusCode();
    return status == AWAY
        || (status == NOT_THERE || status >= BROKEN) && problem(response.body()).isMissingNode();
  }

  private static String refusal(HttpRequest request, HttpResponse<String> response) {
    var problem = problem(response.body());
    var detail = problem.path("detail").asText(problem.path("title").asText("no reason given"));
    var sentence =
        new StringBuilder("The server refused ")
            .append(request.uri().getPath())
            .append(" with status ")
            .append(response.statusCode())
            .append(": ")
            .append(detail);
    for (var field : problem.path("fields")) {
      var name = field.path("field").asText();
      sentence.append("\n  ").append(name).append(": ").append(field.path("message").asText());
    }
    return sentence.toString();
  }

  /** The problem report in a body, a missing node when there is none. */
  private static JsonNode problem(String body) {
    try {
      var read = JSON.readTree(body);
      return read.isObject() ? read : MissingNode.getInstance();
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }
}
