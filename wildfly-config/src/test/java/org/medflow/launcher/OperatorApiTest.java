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
import java.time.Duration;
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
    var ports = new Ports(server.getAddress().getPort() - 8080);
    installation =
        new Installation(
            home,
            new Build(folder, folder, folder),
            ports,
            false,
            Secrets.of(home),
            DatabaseAddress.embedded(1, new Login("medflow_owner", "x")),
            List.of(Node.alone(ports)));
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
  void namesEveryFieldThatWasRefused() {
    answers.add(
        new Answer(
            422,
            """
            {"detail":"Some fields are wrong.","fields":[
             {"field":"LV_Patients.Noms","code":"column-missing","message":"Missing."},
             {"field":"LV_Patients.Sexe","code":"column-missing","message":"Missing."}]}\
            """));

    assertThatThrownBy(() -> api.post("/migrations", Map.of()))
        .hasMessageEndingWith(
            "422: Some fields are wrong.\n  LV_Patients.Noms: Missing.\n"
                + "  LV_Patients.Sexe: Missing.");
  }

  @Test
  void takesAForeignAnswerForAServerThatIsNotThereYet() {
    answers.add(new Answer(404, "<html>Not Found</html>"));
    answers.add(new Answer(503, "{\"detail\":\"The database is away.\"}"));
    answers.add(new Answer(404, "{\"detail\":\"Not found.\"}"));

    assertThatThrownBy(() -> api.get("/me")).isInstanceOf(ServerAway.class);
    assertThatThrownBy(() -> api.get("/me")).isInstanceOf(ServerAway.class);
    assertThatThrownBy(() -> api.get("/me")).isNotInstanceOf(ServerAway.class);
  }

  @Test
  void startsAnImportInAClinic() {
    answers.add(new Answer(202, "{\"run\":\"r-1\",\"status\":\"STARTING\"}"));

    assertThat(ImportVerb.start(api, "csv:/data", "KIN", true)).isEqualTo("r-1");
    assertThat(heard.get(0)).contains("\"dryRun\":true").contains("\"clinic\":\"KIN\"");
  }

  @Test
  void waitsForTheEndOfARunAlsoWhileItIsPaused() {
    for (var status : List.of("STARTING", "PAUSED", "RUNNING", "COMPLETED")) {
      answers.add(new Answer(200, "{\"status\":\"%s\"}".formatted(status)));
    }

    assertThat(watch(Duration.ZERO).end("r-1")).isEqualTo("COMPLETED");
    assertThat(heard.get(0)).isEqualTo("GET /api/v1/migrations/r-1 ");
  }

  @Test
  void knowsARunThatFailedOrWasStopped() {
    answers.add(new Answer(200, "{\"status\":\"FAILED\"}"));
    answers.add(new Answer(200, "{\"status\":\"STOPPED\"}"));

    assertThat(watch(Duration.ZERO).end("r-2")).isEqualTo("FAILED");
    assertThat(watch(Duration.ZERO).end("r-2")).isEqualTo("STOPPED");
  }

  @Test
  void keepsAskingWhileTheServerIsStartedAnew() {
    answers.add(new Answer(200, "{\"status\":\"RUNNING\"}"));
    answers.add(new Answer(404, ""));
    answers.add(new Answer(503, "{}"));
    answers.add(new Answer(200, "{\"status\":\"COMPLETED\"}"));

    assertThat(watch(Duration.ofMinutes(1)).end("r-3")).isEqualTo("COMPLETED");
  }

  @Test
  void givesUpAServerThatStaysAway() {
    server.stop(0);

    assertThatThrownBy(() -> watch(Duration.ZERO).end("r-4")).isInstanceOf(ServerAway.class);
  }

  private ImportWatch watch(Duration patience) {
    return new ImportWatch(api, patience, Duration.ofMillis(1));
  }
}
