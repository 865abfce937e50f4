package org.medflow.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ApiClient;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Launcher;
import org.medflow.harness.Medflow;
import org.medflow.harness.Shared;

/** What the person who runs the server sees. */
class OperationsIT {

  @Test
  void tellsWhereEverythingIs() {
    var server = Shared.server();
    var said = Launcher.run(server.home(), Map.of(), "status", "--json");
    assertThat(said.exit()).as(said.output()).isZero();
    try (var reader = Json.createReader(new StringReader(said.output()))) {
      var status = reader.readObject();
      assertThat(status.getBoolean("ready")).isTrue();
      assertThat(status.getString("api")).isEqualTo(server.api().toString());
      for (var name : List.of("pages", "api", "openapi", "health", "metrics", "console")) {
        assertThat(status.getString(name)).as(name).startsWith("http");
      }
      for (var name : List.of("openapi", "health", "metrics", "pages")) {
        assertThat(Medflow.answers(URI.create(status.getString(name)))).as(name).isIn(200, 302);
      }
    }
  }

  @Test
  void isReady() {
    assertThat(Medflow.answers(Shared.server().health())).isEqualTo(200);
  }

  @Test
  void publishesFiguresInTheFormatOfMetrics() {
    var reply = ApiClient.anonymous(Shared.server().pages()).with("Accept", "text/plain");
    var metrics = reply.get("/metrics");
    assertThat(metrics.status()).isEqualTo(200);
    assertThat(metrics.body()).contains("# TYPE").contains("jvm");
    assertThat(metrics.body()).contains("medflow_import_rows_behind", "medflow_outbox_waiting");
  }

  @Test
  void believesNobodyAboutWhereACallComesFrom() {
    var nothing =
        Json.createObjectBuilder()
            .add("clinics", Json.createArrayBuilder())
            .add("users", Json.createArrayBuilder())
            .build();
    var operator = Shared.server().operator().with("X-Forwarded-For", "192.0.2.7");
    assertThat(operator.post("/operator/set-up", nothing).status()).isBetween(200, 204);
  }

  @Test
  void opensNoChannelToOtherNodesWhenThereAreNone() {
    var metrics = ApiClient.anonymous(Shared.server().pages()).with("Accept", "text/plain");
    assertThat(metrics.get("/metrics").body()).containsPattern("(?m)^medflow_nodes\\S* 1\\.0$");
    assertThat(Channel.open(Shared.server().ports().cluster())).isFalse();
  }

  @Test
  void publishesTheRoutesOfTheApi() {
    assertThat(Routes.all().stream().map(Object::toString))
        .contains(
            "POST /auth/login",
            "POST /auth/logout",
            "GET /me",
            "POST /patients",
            "GET /patients",
            "POST /patients/search",
            "POST /patients/check-duplicates");
  }

  @Test
  void opensTheConsoleForTheGeneratedAdministratorOnly() throws IOException {
    var management = Shared.server().management().resolve("/management");
    assertThat(Medflow.answers(management)).isEqualTo(401);
    var home = Shared.server().home();
    var user = home.consoleCard("user");
    var password = home.consoleCard("password");
    assertThat(asked(management, user, "not the password")).isEqualTo(401);
    assertThat(asked(management, user, password)).isEqualTo(200);
    var console = Shared.server().management().resolve("/console/index.html");
    assertThat(asked(console, user, password)).isEqualTo(200);
  }

  @Test
  void keepsSecretsInFilesThatOnlyTheirOwnerReads() throws IOException {
    for (var name : List.of("keys.env", "secrets.env", "console.txt")) {
      var file = Shared.server().home().path(name);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .as(name)
          .isEqualTo("rw-------");
    }
  }

  @Test
  void showsNoSecretInLogsOrOnTheConsole() throws IOException {
    var home = Shared.server().home();
    var secrets = new java.util.ArrayList<>(home.values("secrets.env").values());
    secrets.addAll(home.values("keys.env").values());
    var files = new java.util.ArrayList<>(home.logs());
    files.add(Shared.server().console());
    for (var file : files) {
      var text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
      assertThat(secrets.stream().filter(secret -> secret.length() > 8))
          .as(file.toString())
          .noneMatch(text::contains);
    }
  }

  @Test
  void logsOneObjectPerLineWithTheCorrelationId() throws IOException {
    var clinic = ClinicFixture.open("cashier");
    var refused = clinic.as("cashier").post("/patients", clinic.people().next().registration());
    assertThat(refused.status()).isEqualTo(403);
    var log = Shared.server().home().path("server/log/medflow.log");
    for (var line : Files.readAllLines(log)) {
      assertThat(line).startsWith("{").endsWith("}");
    }
  }

  @Test
  void namesNeitherServerNorVersionInItsAnswers() {
    var reply = ApiClient.anonymous(Shared.server().pages()).get("/connexion");
    assertThat(reply.header("Server")).isEmpty();
    assertThat(reply.header("X-Powered-By")).isEmpty();
  }

  /** Status of a GET with digest authentication, which Java's newer client does not speak. */
  private static int asked(URI uri, String user, String password) throws IOException {
    var connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setAuthenticator(
        new Authenticator() {
          private int asked;

          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            asked++;
            return asked > 1 ? null : new PasswordAuthentication(user, password.toCharArray());
          }
        });
    return connection.getResponseCode();
  }
}
