package org.medflow.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.medflow.bench.Ratio;
import org.medflow.bench.Result;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Home;
import org.medflow.harness.Medflow;
import org.medflow.harness.Report;
import org.medflow.harness.Settings;
import org.medflow.harness.Shared;
import org.medflow.harness.Wire;
import org.medflow.patient.InventedNames.Full;
import org.medflow.patient.control.NameKey;

/**
 * p95 of a search through the API, signed in, against the same search function called by JDBC as
 * the server's role, in the same run, A-B-B-A.
 */
@Tag("bench")
@Tag("search")
class SearchBench {

  private static final int PERSONS = Integer.getInteger("medflow.persons", 1_000_000);
  private static final int DISTINCT = PERSONS / 2;
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 7;
  private static final int SEARCHES = 300;
  private static final long SEED = Settings.seed(20_261_124);
  private static final double FLOOR_MILLIS = 0.05;
  private static final double CEILING_MILLIS = 1_000;

  private static Medflow server;
  private static ClinicFixture clinic;
  private static List<Full> sample;

  /** One way to ask; the nanoseconds of each question. */
  private interface Side {
    long[] ask(List<String> typed);
  }

  @BeforeAll
  static void load() {
    server = Medflow.start(Home.fresh("bench-search"), Shared.environment());
    clinic = ClinicFixture.open(server, "receptionist");
    long start = System.nanoTime();
    sample = new PatientLoad(server, clinic.id(), SEED, 200).load(PERSONS);
    Report.line(
        "bench search: %d patients loaded in %d s",
        PERSONS, (System.nanoTime() - start) / 1_000_000_000);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void costsLittleMoreThanItsSql() {
    var result = new Result("search", SEED);
    var round = new SearchRound(clinic, sample);
    long distinct = server.owner().number("select count(distinct name_key) from medflow.patient");
    result.figure("distinct full names", distinct, "names");
    round.assertIndexed(SEED);
    var before = SearchPlans.scans(server.owner());

    double recall = round.recall(SEED);
    result.figure("recall@10 over 1000 typos", recall, "share");
    var single = compared(1);
    result.compared("p95 with 1 client", single, "ms");
    var four = compared(4);
    result.compared("p95 with 4 clients", four, "ms");

    SearchRound.assertNoScans(before, SearchPlans.scans(server.owner()));
    double reference = Ratio.middle(single.reference());
    if (distinct < DISTINCT || reference < FLOOR_MILLIS || reference > CEILING_MILLIS) {
      result.invalid("%d distinct names, reference p95 %.2f ms".formatted(distinct, reference));
    }
    result.write(Result.versions(server.owner()));
    assertThat(distinct).isGreaterThanOrEqualTo(DISTINCT);
    assertThat(recall).isGreaterThanOrEqualTo(0.95);
    assertThat(single.median()).as("REST against SQL").isLessThanOrEqualTo(2.0);
  }

  /** The first rounds warm both sides up (the server compiles itself) and are not counted. */
  private static Ratio compared(int clients) {
    var product = new ArrayList<Double>();
    var reference = new ArrayList<Double>();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      var typed = typed(new Random(SEED + round));
      var token = token();
      Side rest = questions -> rest(questions, token);
      Side sql = SearchBench::sql;
      var a = crowd(clients, rest, typed);
      var b = crowd(clients, sql, typed);
      var again = crowd(clients, sql, typed);
      var last = crowd(clients, rest, typed);
      if (round >= WARM_UP) {
        product.add(p95(a, last));
        reference.add(p95(b, again));
      }
    }
    return new Ratio(product, reference);
  }

  private static double p95(long[] one, long[] other) {
    return Ratio.percentile(
        LongStream.concat(LongStream.of(one), LongStream.of(other)).toArray(), 0.95);
  }

  private static long[] crowd(int clients, Side side, List<String> typed) {
    var pool = Executors.newFixedThreadPool(clients);
    var parts = new ArrayList<CompletableFuture<long[]>>();
    int share = typed.size() / clients;
    for (int i = 0; i < clients; i++) {
      var part = typed.subList(i * share, (i + 1) * share);
      parts.add(CompletableFuture.supplyAsync(() -> side.ask(part), pool));
    }
    var all = parts.stream().flatMapToLong(part -> LongStream.of(part.join())).toArray();
    pool.shutdown();
    return all;
  }

  /** Half misspelt full names, a quarter right ones, a quarter two names in another order. */
  private static List<String> typed(Random random) {
    var typos = new Typos(random.nextLong());
    var typed = new ArrayList<String>();
    for (int i = 0; i < SEARCHES; i++) {
      var name = sample.get(random.nextInt(sample.size()));
      typed.add(
          switch (i % 4) {
            case 0, 1 -> typos.in(name);
            case 2 -> name.text();
            default -> name.first() + " " + name.last();
          });
    }
    return typed;
  }

  private static String token() {
    var who = clinic.staff("receptionist");
    return server
        .anonymous()
        .signIn(who.username(), who.password())
        .json()
        .getString("accessToken");
  }

  private static long[] rest(List<String> typed, String token) {
    var took = new long[typed.size()];
    try (var wire = new Wire(server.ports().pages())) {
      for (int i = 0; i < took.length; i++) {
        var request = request(typed.get(i), token);
        long start = System.nanoTime();
        int status = wire.send(request);
        took[i] = System.nanoTime() - start;
        assertThat(status).isEqualTo(200);
      }
      return took;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static byte[] request(String typed, String token) {
    var body = SearchRound.query(typed).toString().getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("Accept", "application/json");
    headers.put("Authorization", "Bearer " + token);
    headers.put("X-Clinic-ID", clinic.code());
    return Wire.request("POST", "/api/v1/patients/search", headers, body);
  }

  private static long[] sql(List<String> typed) {
    var took = new long[typed.size()];
    try (var connection = server.app().seeing(clinic.id()).open()) {
      for (int i = 0; i < took.length; i++) {
        long start = System.nanoTime();
        search(connection, typed.get(i));
        took[i] = System.nanoTime() - start;
      }
      return took;
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** What the server does for one search: scope, statement, rows, commit. */
  private static void search(Connection connection, String typed) throws SQLException {
    try (var scope = connection.prepareStatement("select set_config('app.clinic_ids', ?, true)")) {
      scope.setString(1, clinic.id().toString());
      scope.executeQuery().close();
    }
    try (var statement = SearchStatement.prepare(connection, NameKey.of(typed), 11);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        assertThat(rows.getString("mrn")).isNotEmpty();
      }
    }
    connection.commit();
  }
}
