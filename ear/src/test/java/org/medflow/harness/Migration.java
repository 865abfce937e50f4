package org.medflow.harness;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** An import run, ordered and watched through the API by somebody who may. */
public record Migration(ApiClient caller, String run) {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration BREATH = Duration.ofMillis(150);
  private static final List<String> UNDER_WAY = List.of("STARTING", "RUNNING", "ROLLING_BACK");

  /** The server's answer to the wish for a run. */
  public static Reply ask(ApiClient caller, String clinic, String source, boolean dryRun) {
    var command =
        Json.createObjectBuilder()
            .add("source", source)
            .add("clinic", clinic)
            .add("dryRun", dryRun)
            .build();
    return caller.post("/migrations", command);
  }

  /** A run that has begun. */
  public static Migration begin(ClinicFixture clinic, String source, boolean dryRun) {
    var manager = clinic.as("manager");
    var reply = ask(manager, clinic.code(), source, dryRun);
    if (reply.status() != 202) {
      throw new AssertionError("no run: " + reply);
    }
    return new Migration(manager, reply.json().getString("run"));
  }

  /** A run that came to its end. */
  public static Migration of(ClinicFixture clinic, String source) {
    return begin(clinic, source, false).completed();
  }

  /** A run that says what would happen. */
  public static Migration rehearsal(ClinicFixture clinic, String source) {
    return begin(clinic, source, true).completed();
  }

  public JsonObject view() {
    var reply = caller.get("/migrations/" + run);
    if (reply.status() != 200) {
      throw new AssertionError("no run: " + reply);
    }
    return reply.json();
  }

  public String status() {
    return view().getString("status");
  }

  /** {@code pause}, {@code resume}, {@code stop} or {@code rollback}. */
  public Reply told(String verb) {
    return caller.post("/migrations/%s/%s".formatted(run, verb));
  }

  /** Waits until nothing is under way, however it ended. */
  public Migration ended() {
    return ended(PATIENCE);
  }

  public Migration ended(Duration patience) {
    Awaitility.await("end of run " + run)
        .atMost(patience)
        .pollDelay(Duration.ZERO)
        .pollInterval(BREATH)
        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
        .until(() -> !UNDER_WAY.contains(status()));
    return this;
  }

  /** Waits for the end, which must be a good one. */
  public Migration completed() {
    var view = ended().view();
    if (!view.getString("status").equals("COMPLETED")) {
      throw new AssertionError("the run ended so: " + view);
    }
    return this;
  }

  public JsonObject report() {
    var reply = caller.get("/migrations/%s/report".formatted(run));
    if (reply.status() != 200) {
      throw new AssertionError("no report: " + reply);
    }
    return reply.json();
  }

  /** Rows by outcome of a table. */
  public long count(String table, String outcome) {
    return table(table).getJsonNumber(outcome).longValue();
  }

  /** Rows by outcome of all tables. */
  public long count(String outcome) {
    return report().getJsonArray("tables").getValuesAs(JsonObject.class).stream()
        .mapToLong(table -> table.getJsonNumber(outcome).longValue())
        .sum();
  }

  public JsonObject table(String name) {
    return report().getJsonArray("tables").getValuesAs(JsonObject.class).stream()
        .filter(table -> table.getString("table").equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no table " + name));
  }

  /** Whether the seven outcomes of every table are the rows that were read. */
  public boolean accounted() {
    return report().getJsonArray("tables").getValuesAs(JsonObject.class).stream()
        .allMatch(table -> Import.accounted(table) == table.getJsonNumber("read").longValue());
  }

  /** Rows set aside, by outcome and reason. */
  public Map<String, Long> reasons() {
    return rejects().stream()
        .collect(
            Collectors.groupingBy(
                row -> row.getString("outcome") + " " + row.getString("reason"),
                TreeMap::new,
                Collectors.counting()));
  }

  /** The first hundred rows that were set aside. */
  public List<JsonObject> rejects() {
    var reply = caller.get("/migrations/%s/rejects?size=100".formatted(run));
    if (reply.status() != 200) {
      throw new AssertionError("no list: " + reply);
    }
    return reply.data().getValuesAs(JsonObject.class);
  }
}
