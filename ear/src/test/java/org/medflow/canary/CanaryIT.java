package org.medflow.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medflow.canary.Canary.Kept;
import org.medflow.harness.ApiClient;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Database;
import org.medflow.harness.Medflow;
import org.medflow.harness.Report;
import org.medflow.harness.Settings;
import org.medflow.harness.Shared;

/**
 * Marked personal values pushed through every flow, then looked for wherever they have no business:
 * logs, figures, answers that refuse, traces of requests, and, sealed ones, any table at all.
 */
class CanaryIT {

  private static final Predicate<Canary> ANY = any -> true;
  private static final Predicate<Canary> NOWHERE = canary -> canary.kept() == Kept.NOWHERE;

  /** What every request leaves behind: nobody's name belongs there. */
  private static final List<String> TRACES =
      List.of(
          "medflow.audit_event",
          "medflow.audit_block",
          "medflow.outbox",
          "medflow.inbox",
          "medflow.live_event",
          "medflow.idempotency",
          "medflow.user_session",
          "medflow.refresh_token",
          "medflow.patient_change",
          "medflow.lease");

  @TempDir static Path folder;

  private static final Medflow server = Shared.server();
  private static Written written;
  private static Canaries canaries;
  private static CanaryFlows flows;

  @BeforeAll
  static void push() {
    canaries = new Canaries(Settings.seed(System.nanoTime()));
    written = Written.by(server);
    flows = new CanaryFlows(canaries, ClinicFixture.open("admin", "manager"));
    flows.all(folder);
    Report.line(
        "canaries: %d marked values in %d requests, %d of them refused",
        canaries.all().size(), flows.requests(), flows.refusals().size());
  }

  @Test
  void marksFiftyValuesAndMore() {
    assertThat(canaries.all()).hasSizeGreaterThan(50);
    assertThat(canaries.all()).extracting(Canary::core).doesNotHaveDuplicates();
    assertThat(canaries.all()).extracting(Canary::what).doesNotHaveDuplicates();
    assertThat(flows.refusals()).hasSizeGreaterThan(40);
  }

  /** Without this the silence of all others would prove nothing. */
  @Test
  void findsWhatIsThereInEveryForm() throws IOException {
    var scratch = folder.resolve("scratch.log");
    for (var canary : canaries.all()) {
      for (var form : forms(canary.value(), canary.core())) {
        Files.writeString(scratch, "{\"message\":\"" + form + "\"}\n");
        assertThat(canaries.in(Files.readString(scratch))).as(form).contains(canary.what());
        if (!form.matches("\\d( \\d)+")) {
          assertThat(rowsWith(form)).as(form + " in a row").isOne();
        }
      }
    }
    assertThat(canaries.in("a line about nobody, number 0815550417")).isEmpty();
    assertThat(rowsWith("a line about nobody")).isZero();
  }

  private static List<String> forms(String value, String core) {
    var bytes = value.getBytes(StandardCharsets.UTF_8);
    var encoder = Base64.getEncoder();
    return List.of(
        value,
        value.toUpperCase(Locale.ROOT),
        core.matches("\\d+") ? String.join(" ", core.split("")) : core,
        HexFormat.of().formatHex(bytes),
        HexFormat.of().formatHex(bytes).replaceAll("..", "%$0"),
        encoder.encodeToString(bytes),
        encoder.encodeToString(("x" + value).getBytes(StandardCharsets.UTF_8)),
        Base64.getUrlEncoder()
            .encodeToString(("xy" + value + "z").getBytes(StandardCharsets.UTF_8)));
  }

  private static long rowsWith(String text) {
    return rows("(values (cast('%s' as text)))".formatted(text.replace("'", "''")), ANY).size();
  }

  @Test
  void leavesNothingInLogsOrOnTheConsole() {
    var found = new ArrayList<String>();
    var texts = written.since();
    texts.forEach(
        (file, text) ->
            canaries.in(text).forEach(name -> found.add(name + " in " + file.getFileName())));
    assertThat(found).isEmpty();
    assertThat(texts.keySet()).anyMatch(file -> file.endsWith("medflow.log"));
  }

  @Test
  void leavesNothingInFiguresAndHealth() {
    var pages = ApiClient.anonymous(server.pages()).with("Accept", "*/*");
    for (var path : List.of("/metrics", "/openapi")) {
      var answer = pages.get(path);
      assertThat(canaries.in(answer.body())).as(path).isEmpty();
    }
    for (var uri : List.of(server.health(), server.management().resolve("/health/live"))) {
      assertThat(canaries.in(body(uri))).as(uri.toString()).isEmpty();
    }
  }

  private static String body(URI uri) {
    var base = URI.create(uri.getScheme() + "://" + uri.getAuthority());
    return ApiClient.anonymous(base).get(uri.getPath()).body();
  }

  @Test
  void repeatsNothingInARefusal() {
    var repeated = new ArrayList<String>();
    for (var refusal : flows.refusals()) {
      var names = canaries.in(refusal);
      if (!names.isEmpty()) {
        repeated.add(names + ": " + refusal.substring(0, Math.min(300, refusal.length())));
      }
    }
    assertThat(repeated).isEmpty();
  }

  @Test
  void leavesNothingInTheTracesOfRequests() {
    var there = tables();
    assertThat(there).containsAll(TRACES);
    assertThat(holding(TRACES, canary -> !canary.what().startsWith("reason"))).isEmpty();
    assertThat(rows("(select to_jsonb(e) - 'reason' from medflow.audit_event e)", ANY))
        .as("a reason that a person gave stands in its own column")
        .isEmpty();
  }

  @Test
  void sealsOrForgetsWhatMayBeInClearNowhere() {
    assertThat(holding(tables(), NOWHERE)).isEmpty();
  }

  private static Set<String> holding(List<String> tables, Predicate<Canary> wanted) {
    var found = new TreeSet<String>();
    for (var table : tables) {
      rows(table, wanted).forEach(row -> found.add(table + " " + canaries.in(row, wanted)));
    }
    return found;
  }

  /** Rows with a wanted value in them, at most a few. */
  private static List<String> rows(String from, Predicate<Canary> wanted) {
    var forms = Stream.of(canaries.forms(wanted)).map(form -> "%" + form.replace("%", "\\%") + "%");
    var sql = "select t::text from %s t where lower(t::text) like any (?) limit 3".formatted(from);
    return server
        .owner()
        .in(
            connection ->
                Database.list(
                    connection,
                    sql,
                    row -> row.getString(1),
                    connection.createArrayOf("text", forms.toArray())));
  }

  private static List<String> tables() {
    return server
        .owner()
        .strings(
            """
            select n.nspname || '.' || c.relname from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and not c.relispartition
               and n.nspname in ('medflow', 'batch', 'legacy', 'public')
            """);
  }
}
