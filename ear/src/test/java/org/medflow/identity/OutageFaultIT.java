package org.medflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Medflow;
import org.medflow.harness.PageClient;
import org.medflow.harness.Reply;
import org.medflow.harness.Settings;
import org.medflow.harness.Shared;
import org.medflow.harness.Staff;
import org.medflow.identity.Attacks.Answer;

/** Whoever was shut out stays out while caches are empty and the database is away. */
@Tag("identity")
class OutageFaultIT {

  private static final Duration RECOVERY = Duration.ofMinutes(3);
  private static final String INCIDENT = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private static final Medflow server = Shared.server();
  private static ClinicFixture clinic;

  private JsonObject live;
  private final Map<String, Supplier<Answer>> shut = new LinkedHashMap<>();

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("receptionist");
  }

  /** The pool finds its dead connections one by one; the next test is spared them. */
  @AfterAll
  static void settle() {
    var caller = server.anonymous();
    Awaitility.await("every connection of the pool is alive")
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptions()
        .until(
            () ->
                IntStream.range(0, 20)
                    .allMatch(i -> caller.get("/queue/display/" + clinic.code()).status() == 200));
  }

  /** Five who are out already, and one who is in. */
  private void shutSomebodyOut() {
    var who = clinic.staff("receptionist");
    live = opened(who);
    var left = opened(who);
    server.anonymous().bearer(left.getString("accessToken")).post("/auth/logout");
    var reused = opened(who);
    refresh(reused);
    refresh(reused);
    var leaver = clinic.hire("leaver", "receptionist", clinic.code());
    var gone = opened(leaver);
    var browser = PageClient.signedIn(server, leaver);
    server
        .owner()
        .update("update medflow.app_user set active = false where username = ?", leaver.username());
    shut.put("token of an ended session", () -> me(left));
    shut.put("renewal of an ended session", () -> Answer.of(refresh(left)));
    shut.put("token of a family that was reused", () -> me(reused));
    shut.put("renewal of a family that was reused", () -> Answer.of(refresh(reused)));
    shut.put("token of somebody deactivated", () -> me(gone));
    shut.put("page of somebody deactivated", () -> Answer.of(browser.get("/patients")));
    shut.put("nobody", () -> Answer.of(server.anonymous().get("/me")));
    shut.put("nobody's page", () -> Answer.of(PageClient.anonymous(server).get("/patients")));
    shut.put(
        "a wrong password",
        () -> Answer.of(server.anonymous().signIn(who.username(), "not the right one at all")));
  }

  @Test
  void keepsEverybodyOutAfterTheServerLostItsCaches() {
    shutSomebodyOut();
    try (var attacks = new Attacks("caches-lost")) {
      int kills = Settings.longRound() ? 5 : 1;
      for (int i = 0; i < kills; i++) {
        server.killServer();
        server.awaitBack(RECOVERY);
        shut.forEach(attacks::make);
        assertThat(me(live).status()).as("a live session goes on").isEqualTo(200);
      }
      attacks.assertNobodyIn(" (%d kills of the server)".formatted(kills));
    }
  }

  @Test
  void keepsEverybodyOutWhileTheDatabaseIsAway() {
    shutSomebodyOut();
    try (var attacks = new Attacks("database-away")) {
      int kills = Settings.longRound() ? 10 : 2;
      int unanswered = 0;
      for (int i = 0; i < kills; i++) {
        server.killDatabase();
        long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        while (System.nanoTime() < end) {
          unanswered += all(attacks);
        }
        awaitTheLivingOne();
      }
      attacks.assertNobodyIn(
          " (%d kills of the database, %d unanswered)".formatted(kills, unanswered));
    }
  }

  @Test
  void keepsEverybodyOutWhileTheDatabaseStandsStill() {
    shutSomebodyOut();
    try (var attacks = new Attacks("database-paused")) {
      server.pauseDatabase();
      var pool = Executors.newFixedThreadPool(shut.size());
      var asked = new ArrayList<CompletableFuture<Void>>();
      try {
        shut.forEach(
            (what, attack) ->
                asked.add(CompletableFuture.runAsync(() -> quietly(attacks, what, attack), pool)));
        pause(Settings.longRound() ? 40_000 : 4_000);
        assertNotReady();
      } finally {
        server.wakeDatabase();
      }
      asked.forEach(CompletableFuture::join);
      pool.shutdown();
      attacks.assertNobodyIn("");
      awaitTheLivingOne();
    }
  }

  @Test
  void saysCalmlyThatTheDatabaseIsAway() {
    var who = clinic.staff("receptionist");
    live = opened(who);
    var browser = PageClient.signedIn(server, who);
    var form = browser.filled("/patients/nouveau", "f", "save", Map.of("lastName", "Gardé"));
    server.keepDatabaseAway();
    try {
      calm(browser.get("/patients"), "error-unavailable");
      calm(browser.post("/patients/nouveau", form), "");
      calm(PageClient.anonymous(server).signIn(who.username(), who.password()), "");
      var reply = server.anonymous().bearer(live.getString("accessToken")).get("/me");
      assertThat(reply.status()).as(reply.toString()).isEqualTo(503);
      assertThat(reply.code()).isEqualTo("unavailable");
      assertThat(reply.header("Retry-After")).isPresent();
      assertNotReady();
    } finally {
      server.wakeLauncher();
      server.awaitBack(RECOVERY);
    }
    awaitTheLivingOne();
    assertThat(browser.get("/patients").statusCode()).isEqualTo(200);
  }

  /** A page of ours with a number for the help desk, and when to try again. */
  private static void calm(HttpResponse<String> page, String mark) {
    assertThat(page.statusCode()).as(page.body()).isEqualTo(503);
    assertThat(page.headers().firstValue("Retry-After")).isPresent();
    assertThat(page.body()).contains(mark).doesNotContain("Exception").containsPattern(INCIDENT);
  }

  /** Neither where people come in nor where a monitor asks. */
  private static void assertNotReady() {
    var doors = List.of(server.pages().resolve("/health/ready"), server.health());
    assertThat(doors).allSatisfy(door -> assertThat(Medflow.answers(door)).isEqualTo(503));
  }

  /** Readiness may still be the one of before; she who is in needs the database. */
  private void awaitTheLivingOne() {
    Awaitility.await("a live session goes on")
        .atMost(RECOVERY)
        .until(() -> quietly(() -> me(live)).status() == 200);
    server.awaitBack(RECOVERY);
  }

  /** How many got no answer at all. */
  private int all(Attacks attacks) {
    int unanswered = 0;
    for (var entry : shut.entrySet()) {
      unanswered += quietly(attacks, entry.getKey(), entry.getValue()) ? 0 : 1;
    }
    return unanswered;
  }

  private static boolean quietly(Attacks attacks, String what, Supplier<Answer> attack) {
    return attacks.make(what, () -> quietly(attack)).status() > 0;
  }

  /** A connection that broke says nothing, to nobody. */
  private static Answer quietly(Supplier<Answer> attack) {
    try {
      return attack.get();
    } catch (UncheckedIOException broken) {
      return new Answer(0, "", false);
    }
  }

  private static JsonObject opened(Staff who) {
    return server.anonymous().signIn(who.username(), who.password()).json();
  }

  private static Answer me(JsonObject tokens) {
    return Answer.of(server.anonymous().bearer(tokens.getString("accessToken")).get("/me"));
  }

  private static Reply refresh(JsonObject tokens) {
    var body = Json.createObjectBuilder().add("refreshToken", tokens.getString("refreshToken"));
    return server.anonymous().post("/auth/refresh", body.build());
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
