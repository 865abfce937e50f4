package org.medflow.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Report;
import org.medflow.harness.Settings;
import org.medflow.harness.Shared;
import org.medflow.harness.Wire;
import org.medflow.patient.Bodies;
import org.medflow.platform.Routes.Route;

/**
 * Oversize, malformed and hostile requests to every route that takes a body: each is refused with a
 * reason or taken for what it is, none breaks the server, none keeps it busy.
 */
@Tag("json")
class HostileInputFaultIT {

  private static final int CONNECTIONS = 4;
  private static final int SHORT_ROUND = 3_000;
  private static final int LONG_ROUND = 100_000;
  private static final long SLOW_MILLIS = 2_000;
  private static final int SHOWN = 20;

  private static ClinicFixture clinic;
  private static UUID patient;
  private static String merge;
  private static String token;

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
  private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("admin");
    patient = clinic.registered(clinic.people().complete()).id();
    var duplicate = clinic.registered(clinic.people().next()).id();
    var body = Bodies.of(clinic.people().next(), duplicate).get("POST /patients/{id}/merge");
    merge =
        clinic
            .as("admin")
            .post("/patients/%s/merge".formatted(patient), body)
            .json()
            .getString("id");
    var who = clinic.staff("admin");
    token =
        Shared.server()
            .anonymous()
            .signIn(who.username(), who.password())
            .json()
            .getString("accessToken");
  }

  @Test
  void answersEveryMutatedRequestWithoutBreaking() throws Exception {
    long seed = Settings.seed(77);
    int shots = Settings.longRound() ? LONG_ROUND : SHORT_ROUND;
    var sound = soundRequests();
    assertThat(sound).hasSizeGreaterThanOrEqualTo(6);
    warmUp(sound);
    var pool = Executors.newFixedThreadPool(CONNECTIONS);
    var rounds = new ArrayList<Future<?>>();
    for (int i = 0; i < CONNECTIONS; i++) {
      long own = seed * 1_000 + i;
      rounds.add(pool.submit(() -> shoot(sound, new Random(own), shots / CONNECTIONS)));
    }
    for (var round : rounds) {
      round.get();
    }
    pool.shutdown();

    Report.line(
        "json: %d tried on %d routes, %d refused, %d accepted, %d hung up, %d crashed, %d slower"
            + " than 2 s (seed %d)",
        count("tried"),
        sound.size(),
        count("refused"),
        count("accepted"),
        count("hung up"),
        count("crashed"),
        count("slow"),
        seed);
    Report.line("json: by mutation %s", byMutation());
    assertThat(failures.stream().limit(SHOWN)).isEmpty();
    assertThat(count("tried")).isEqualTo(shots / CONNECTIONS * CONNECTIONS);
    assertThat(clinic.as("admin").get("/me").status()).isEqualTo(200);
  }

  private void shoot(List<Shot> sound, Random random, int shots) {
    var mutations = new Mutations(random);
    try (var wire = new Wire(Shared.server().ports().pages())) {
      for (int i = 0; i < shots; i++) {
        judge(wire, mutations.of(sound.get(random.nextInt(sound.size()))));
      }
    }
  }

  private void judge(Wire wire, Shot shot) {
    long start = System.nanoTime();
    int status;
    try {
      status = wire.send(shot.bytes());
    } catch (IOException | RuntimeException broken) {
      wire.close();
      status = 599;
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    add("tried");
    add("~" + shot.mutation().split(" [A-Z]")[0]);
    add(verdict(status));
    if (status >= 500) {
      failures.add(status + " " + describe(shot));
    }
    if (millis > SLOW_MILLIS) {
      add("slow");
      failures.add(millis + " ms " + describe(shot));
    }
  }

  private static String verdict(int status) {
    if (status >= 500) {
      return "crashed";
    }
    if (status == 0) {
      return "hung up";
    }
    return status >= 400 ? "refused" : "accepted";
  }

  private static String describe(Shot shot) {
    var body = shot.text();
    return "%s: %s %s %s"
        .formatted(
            shot.mutation(),
            shot.method(),
            shot.path(),
            body.substring(0, Math.min(300, body.length())));
  }

  private void warmUp(List<Shot> sound) throws IOException {
    try (var wire = new Wire(Shared.server().ports().pages())) {
      for (int i = 0; i < 3; i++) {
        for (var shot : sound) {
          wire.send(shot.bytes());
        }
      }
    }
  }

  /** A sound request for every route that takes a body, as the API describes itself. */
  private static List<Shot> soundRequests() {
    var bodies = Bodies.of(clinic.people().next(), UUID.randomUUID());
    return Routes.all().stream()
        .filter(Route::writes)
        .filter(route -> !route.template().equals("/auth/logout"))
        .map(route -> sound(route, bodies.get(route.toString())))
        .toList();
  }

  private static Shot sound(Route route, JsonObject body) {
    var path =
        route.template().replace("{merge}", merge).replaceAll("\\{[^}]+}", patient.toString());
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", "application/json");
    headers.put("Authorization", "Bearer " + token);
    headers.put("X-Clinic-ID", clinic.code());
    if (route.method().equals("PATCH")) {
      headers.put("If-Match", "\"0\"");
    }
    var text = body == null ? "{}" : body.toString();
    return new Shot(
        "sound", route.method(), "/api/v1" + path, headers, text.getBytes(StandardCharsets.UTF_8));
  }

  private void add(String what) {
    counts.computeIfAbsent(what, key -> new LongAdder()).increment();
  }

  private long count(String what) {
    return counts.getOrDefault(what, new LongAdder()).sum();
  }

  private Map<String, Long> byMutation() {
    var sorted = new TreeMap<String, Long>();
    counts.forEach(
        (what, number) -> {
          if (what.startsWith("~")) {
            sorted.put(what.substring(1), number.sum());
          }
        });
    return sorted;
  }
}
