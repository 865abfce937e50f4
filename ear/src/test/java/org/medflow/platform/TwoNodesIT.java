package org.medflow.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.medflow.harness.ApiClient;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Home;
import org.medflow.harness.Launcher;
import org.medflow.harness.LiveClient;
import org.medflow.harness.Medflow;
import org.medflow.harness.PageClient;
import org.medflow.harness.Staff;
import org.medflow.journey.GuardedJourney;

/**
 * One installation with two servers: what one knows the other knows, and whoever is signed in stays
 * so when her server dies.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {

  private static final Duration BACK = Duration.ofMinutes(4);
  private static final JsonObject NOTHING =
      Json.createObjectBuilder()
          .add("clinics", Json.createArrayBuilder())
          .add("users", Json.createArrayBuilder())
          .build();

  /** Guesses without pauses between them, so that many at once are all counted. */
  private static final Map<String, String> SETTINGS =
      Map.of("MEDFLOW_BEHIND_BALANCER", "true", "MEDFLOW_LIMIT_SIGN_IN_UNPAUSED", "1000");

  private static final String FORM = "/patients/nouveau";

  private static Medflow one;
  private static Medflow two;
  private static ClinicFixture clinic;
  private static Staff who;
  private static ApiClient ended;

  @BeforeAll
  static void start() {
    one = Medflow.start(Home.fresh("two-nodes"), SETTINGS, 2);
    two = one.node(2);
    clinic = ClinicFixture.open(one, "receptionist", "nurse");
    who = clinic.staff("receptionist");
  }

  @AfterAll
  static void stop() {
    one.close();
  }

  private static JsonObject status() {
    var said = Launcher.run(one.home(), Map.of(), "status", "--json");
    assertThat(said.exit()).as(said.output()).isZero();
    try (var reader = Json.createReader(new StringReader(said.output()))) {
      return reader.readObject();
    }
  }

  @Test
  @Order(1)
  void tellsOfBoth() {
    var nodes = status().getJsonArray("nodes").getValuesAs(JsonObject.class);
    assertThat(nodes).extracting(node -> node.getBoolean("ready")).containsExactly(true, true);
    assertThat(nodes)
        .extracting(node -> node.getString("api"))
        .containsExactly(one.api().toString(), two.api().toString());
    assertThat(one.home().serverPid()).isEqualTo(one.home().serverPid(1));
    assertThat(one.home().serverPid(2)).isPositive().isNotEqualTo(one.home().serverPid());
  }

  @Test
  @Order(2)
  void knowsThatThereAreTwo() {
    for (var door : List.of(one, two)) {
      var metrics = ApiClient.anonymous(door.pages()).with("Accept", "text/plain").get("/metrics");
      assertThat(metrics.body()).containsPattern("(?m)^medflow_nodes\\S* 2\\.0$");
    }
  }

  @Test
  @Order(2)
  void letsInAtOneDoorWhoSignedInAtTheOther() {
    var caller = one.anonymous().signIn(who.username(), who.password());
    var token = caller.json().getString("accessToken");
    assertThat(two.anonymous().bearer(token).get("/me").status()).isEqualTo(200);

    var browser = PageClient.signedIn(one, who);
    assertThat(browser.at(two).get("/accueil").statusCode()).isEqualTo(200);
    assertThat(browser.at(one).get("/accueil").statusCode()).isEqualTo(200);
  }

  @Test
  @Order(3)
  void countsTheGuessesAtBothDoorsTogether() {
    var guessed = clinic.staff("nurse").username();
    var answers =
        IntStream.range(0, 12)
            .parallel()
            .mapToObj(n -> (n % 2 == 0 ? one : two).anonymous().signIn(guessed, "guess " + n))
            .map(reply -> reply.status())
            .toList();
    assertThat(answers).filteredOn(status -> status == 401).hasSize(5);
    assertThat(answers).filteredOn(status -> status == 429).hasSize(7);
  }

  @Test
  @Order(4)
  void goesByTheAddressThatTheBalancerTells() {
    var guessed = clinic.staff("nurse").username();
    var elsewhere = two.anonymous().with("X-Forwarded-For", "192.0.2.7");
    assertThat(two.anonymous().signIn(guessed, "guess").status()).isEqualTo(429);
    assertThat(elsewhere.signIn(guessed, "guess").status()).isEqualTo(401);

    var operator = two.operator().with("X-Forwarded-For", "192.0.2.7");
    assertThat(operator.post("/operator/set-up", NOTHING).status()).isEqualTo(401);
  }

  @Test
  @Order(4)
  void redeemsATicketOnceAtWhicheverDoor() {
    var caller = one.anonymous().signedIn(who.username(), who.password()).inClinic(clinic.code());
    for (int round = 0; round < 6; round++) {
      var ticket = ticket(caller);
      var seated =
          List.of(one, two).parallelStream()
              .filter(
                  door -> {
                    try (var line = LiveClient.open(door, ticket)) {
                      return line.seated();
                    }
                  })
              .count();
      assertThat(seated).as("round " + round).isEqualTo(1);
    }
  }

  @Test
  @Order(5)
  void tellsListenersOfBothWhatHappensAtOne() {
    var caller = one.anonymous().signedIn(who.username(), who.password()).inClinic(clinic.code());
    try (var here = LiveClient.open(one, ticket(caller));
        var there = LiveClient.open(two, ticket(caller))) {
      assertThat(here.seated() && there.seated()).isTrue();
      var patient = clinic.registered(clinic.people().next()).id().toString();
      Awaitility.await("both are told")
          .atMost(Duration.ofSeconds(10))
          .until(() -> List.of(here, there).stream().allMatch(line -> heard(line, patient)));
    }
  }

  private static boolean heard(LiveClient line, String id) {
    return line.told().stream().anyMatch(text -> text.contains(id));
  }

  private static String ticket(ApiClient caller) {
    return caller.post("/live/tickets").json().getString("ticket");
  }

  @Test
  @Order(6)
  void showsNobodyTheDoorWhoLeftAtTheOther() {
    ended = one.anonymous().signedIn(who.username(), who.password());
    assertThat(on(two, ended).get("/me").status()).isEqualTo(200);
    assertThat(ended.post("/auth/logout").status()).isBetween(200, 204);
    assertThat(on(two, ended).get("/me").status()).isEqualTo(401);

    var browser = PageClient.signedIn(one, who);
    assertThat(browser.at(two).get("/accueil").statusCode()).isEqualTo(200);
    var there = browser.at(two);
    var token = Map.of("mf-token", there.token("/accueil"));
    assertThat(there.send("POST", "/deconnexion", token, Map.of()).statusCode()).isEqualTo(302);
    assertThat(browser.at(one).get("/accueil").statusCode()).isEqualTo(302);
  }

  @Test
  @Order(7)
  void neverGoesByACookieThatWasThereBefore() {
    var browser = PageClient.anonymous(one).holding("MFSID", "planted-by-somebody-else");
    for (int visit = 0; visit < 2; visit++) {
      var before = browser.cookie("MFSID");
      browser.signIn(who);
      assertThat(browser.cookie("MFSID")).isNotEqualTo(before);
      for (var door : List.of(one, two)) {
        var thief = PageClient.anonymous(door).holding("MFSID", before);
        assertThat(thief.get("/accueil").statusCode()).as(before).isEqualTo(302);
      }
    }
    assertThat(browser.at(two).get("/accueil").statusCode()).isEqualTo(200);
  }

  @Test
  @Order(8)
  void hearsNoStrangerInItsChannel() {
    assertThat(Channel.admits(one.ports().cluster())).isFalse();
    assertThat(Channel.admits(two.ports().cluster())).isFalse();
  }

  @Test
  @Order(9)
  void keepsWhoeverIsSignedInWhenHerServerDies() {
    var browser = PageClient.signedIn(one, who);
    var person = Map.of("lastName", "Perdue", "firstName", "Page");
    var form = browser.filled(FORM, "f", "save", person);
    var token = one.anonymous().signIn(who.username(), who.password()).json();
    one.killServer();

    var other = browser.at(two);
    var posted = other.post(FORM, form);
    assertThat(posted.statusCode()).isEqualTo(200);
    assertThat(posted.body()).contains("data-test=\"error-expired\"").doesNotContain("Exception");
    var byScript = other.postByScript(FORM, form);
    assertThat(byScript.statusCode()).isEqualTo(200);
    assertThat(byScript.body()).contains("<redirect url=\"/erreur/expire?");
    assertThat(other.get(FORM).statusCode()).isEqualTo(200);
    var caller = two.anonymous().bearer(token.getString("accessToken"));
    assertThat(caller.get("/me").status()).isEqualTo(200);
    assertThat(status().getString("api")).isEqualTo(two.api().toString());
  }

  @Test
  @Order(10)
  void takesTheRestartedServerInAgain() {
    one.awaitBack(BACK);
    var browser = PageClient.signedIn(two, who);
    assertThat(browser.at(one).get("/accueil").statusCode()).isEqualTo(200);
    assertThat(one.anonymous().signIn(clinic.staff("nurse").username(), "guess").status())
        .as("the count of guesses came with the caches of the other node")
        .isEqualTo(429);
  }

  @Test
  @Order(11)
  void refusesAnEndedSessionWhenEveryCacheIsLost() {
    var browser = PageClient.signedIn(two, who);
    one.killServer();
    two.killServer();
    one.awaitBack(BACK);
    assertThat(on(one, ended).get("/me").status()).isEqualTo(401);
    assertThat(browser.at(one).get("/accueil").statusCode()).isEqualTo(302);
  }

  @Test
  @Order(12)
  void guardsSomebodyFromTheDoorToTheDeathOfHerServer() {
    two.awaitBack(BACK);
    GuardedJourney.on(one, two);
  }

  private static ApiClient on(Medflow door, ApiClient caller) {
    return caller.at(door.api());
  }
}
