package org.medflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medflow.launcher.DatabaseAddress.Login;

/** The API is played by a small server that answers what a test tells it to. */
class OperatorApiTest {

  private record Answer(int status, String body) {}

  @TempDir Path folder;

  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> heard = new ArrayList<>();
  private HttpServer server;
  private Installation installation;
  private OperatorApi api;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1", this::answer);
    server.start();
    var home = Home.open(folder);
    installation =
        new Installation(
            home,
            new Build(folder, folder, folder),
            new Ports(server.getAddress().getPort() - 8080),
            false,
            Secrets.of(home),
            DatabaseAddress.embedded(1, new Login("medflow_owner", "x")));
    api = new OperatorApi(installation);
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    heard.add(
        "%s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    heard.add(exchange.getRequestHeaders().getFirst("Authorization"));
    var answer = answers.remove();
    var body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void callsWithTheTokenOfItsInstallation() {
    answers.add(new Answer(200, "{\"status\":\"RUNNING\"}"));

    assertThat(api.get("/migrations/7").path("status").asText()).isEqualTo("RUNNING");
    assertThat(heard)
        .containsExactly(
            "GET /api/v1/migrations/7 ", "Operator " + installation.secrets().operatorToken());
  }

  @Test
  void sendsJsonAndLivesWithAnEmptyAnswer() {
    answers.add(new Answer(204, ""));

    assertThat(api.post("/operator/set-up", Map.of("clinics", List.of())).isMissingNode()).isTrue();
    assertThat(heard.get(0)).isEqualTo("POST /api/v1/operator/set-up {\"clinics\":[]}");
  }

  @Test
  void passesTheServersReasonOn() {
    answers.add(new Answer(409, "{\"title\":\"Conflict\",\"detail\":\"An import runs already.\"}"));

    assertThatThrownBy(() -> api.post("/migrations", Map.of()))
        .isInstanceOf(LauncherProblem.class)
        .hasMessage(
            "The server refused /api/v1/migrations with status 409: An import runs already.");
  }

  @Test
  void doesNotShowAPageThatIsNoProblemReport() {
    answers.add(new Answer(502, "<html>no</html>"));

    assertThatThrownBy(() -> api.get("/me")).hasMessageEndingWith("502: no reason given");
  }

  @Test
  void saysWhenNobodyAnswers() {
    server.stop(0);

    assertThatThrownBy(() -> api.get("/me")).hasMessageContaining("does not answer at");
  }

  @Test
  void startsAnImportAndWaitsForItsEnd() {
    answers.add(new Answer(201, "{\"run\":\"r-1\",\"status\":\"STARTING\"}"));
    answers.add(new Answer(200, "{\"run\":\"r-1\",\"status\":\"RUNNING\"}"));
    answers.add(new Answer(200, "{\"run\":\"r-1\",\"status\":\"COMPLETED\"}"));

    var run = ImportVerb.start(api, "csv:/data", "KIN", true);

    assertThat(run).isEqualTo("r-1");
    assertThat(heard.get(0)).contains("\"dryRun\":true").contains("\"clinic\":\"KIN\"");
    assertThat(ImportVerb.await(api, run)).isTrue();
  }

  @Test
  void knowsAFailedImport() {
    answers.add(new Answer(200, "{\"status\":\"FAILED\"}"));

    assertThat(ImportVerb.await(api, "r-2")).isFalse();
  }
}
