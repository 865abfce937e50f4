package org.medflow.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.medflow.bench.Ratio;
import org.medflow.bench.Result;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Home;
import org.medflow.harness.Medflow;
import org.medflow.harness.Migration;
import org.medflow.harness.Report;
import org.medflow.harness.Settings;
import org.medflow.harness.Shared;
import org.medflow.legacy.InventedExport.Keys;

/**
 * An import of CareVision from CSV files, validated, sealed, indexed and compared, against COPY of
 * every row that it left into the same tables. The import is run once, since it takes minutes and
 * fills an installation; COPY then runs five times beside the idle server. The ratio is that of
 * speeds, so 0.5 means half as fast as PostgreSQL alone.
 */
@Tag("bench")
@Tag("import")
class ImportBench {

  private static final int WHOLE = 1_000_000;
  private static final int PERSONS = Integer.getInteger("medflow.persons", WHOLE);
  private static final int ROUNDS = 5;
  private static final long SEED = Settings.seed(20_261_128);
  private static final double SLOWEST_COPY = 2_000;

  /** What one run took. */
  private record Taken(Migration run, double seconds, long peakKilobytes) {}

  @Test
  void keepsPaceWithCopy() {
    var result = new Result("import", SEED);
    long little = memoryOfATenth();
    try (var server = Medflow.start(Home.fresh("bench-import"), Shared.environment())) {
      var clinic = ClinicFixture.open(server, "manager");
      var source = export(clinic, PERSONS);
      var copy = CopyReference.of(server, Settings.target().resolve("import/copy"));
      var taken = take(clinic, source);
      stages(server, taken);
      long left = copy.export();
      var speed = speeds(taken, copy, left);

      result.compared("speed of the import against COPY of all rows left", speed, "rows/s");
      result.figure("source rows a second", 2.0 * PERSONS / taken.seconds(), "rows/s");
      result.figure("seconds from POST to COMPLETED", taken.seconds(), "s");
      double memory = taken.peakKilobytes() / (double) little;
      result.figure("highest memory of the server", taken.peakKilobytes() / 1024.0, "MB");
      result.figure("highest memory against a tenth of the rows", memory, "x");
      judge(result, server, taken, copy, speed);
      result.write(Result.versions(server.owner()));
      if (PERSONS >= WHOLE) {
        assertThat(speed.median()).as("import against COPY").isGreaterThanOrEqualTo(0.5);
        assertThat(memory).as("memory").isLessThanOrEqualTo(1.2);
      }
    }
  }

  private static long memoryOfATenth() {
    try (var server = Medflow.start(Home.fresh("bench-import-tenth"), Shared.environment())) {
      var clinic = ClinicFixture.open(server, "manager");
      var taken = take(clinic, export(clinic, PERSONS / 10));
      Report.line(
          "bench import: a tenth in %.1f s, highest memory %d MB",
          taken.seconds(), taken.peakKilobytes() / 1024);
      return taken.peakKilobytes();
    }
  }

  private static String export(ClinicFixture clinic, int persons) {
    Path folder = Settings.target().resolve("import/bench-" + persons);
    new InventedExport(new Keys(clinic.code(), 1_000_000), SEED).write(folder, persons, persons);
    return "csv:" + folder;
  }

  private static Taken take(ClinicFixture clinic, String source) {
    var server = clinic.server();
    clinic.as("manager");
    long start = System.nanoTime();
    var run = Migration.begin(clinic, source, false);
    long peak = 0;
    while (List.of("STARTING", "RUNNING").contains(run.status())) {
      peak = Math.max(peak, server.residentKilobytes());
      pause(PERSONS >= WHOLE / 10 ? 500 : 100);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Taken(run.completed(), seconds, peak);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where the time went, by the run's own clock. */
  private static void stages(Medflow server, Taken taken) {
    server
        .owner()
        .strings(
            """
            select format('%s %s s', p.source_table,
                     round(extract(epoch from p.ended_at - p.began_at)::numeric, 1))
              from legacy.import_progress p where p.run_id = ?
            union all
            select format('orphans and second reading %s s', round(extract(epoch from r.ended_at
                     - (select max(p.ended_at) from legacy.import_progress p
                         where p.run_id = r.id))::numeric, 1))
              from legacy.import_run r where r.id = ?
            """,
            UUID.fromString(taken.run().run()), UUID.fromString(taken.run().run()))
        .forEach(line -> Report.line("bench import: %s", line));
  }

  private static Ratio speeds(Taken taken, CopyReference copy, long left) {
    double product = left / taken.seconds();
    var reference = new ArrayList<Double>();
    copy.round();
    for (int round = 0; round < ROUNDS; round++) {
      double seconds = copy.round();
      Report.line("bench import: COPY round %d: %d rows in %.1f s", round + 1, left, seconds);
      reference.add(left / seconds);
    }
    return new Ratio(Collections.nCopies(ROUNDS, product), reference);
  }

  /** What would make the figures worthless. */
  private static void judge(
      Result result, Medflow server, Taken taken, CopyReference copy, Ratio speed) {
    var run = taken.run();
    long distinct = server.owner().number("select count(distinct name_key) from medflow.patient");
    double aside = 1 - run.count("created") / (2.0 * PERSONS);
    result.figure("distinct full names", distinct, "names");
    result.figure("share of rows set aside", aside, "share");
    Report.line("bench import: COPY of %s", copy.tables());
    var durable =
        server.owner().strings("show fsync").get(0).equals("on")
            && server.owner().strings("show synchronous_commit").get(0).equals("on");
    if (!durable) {
      result.invalid("the database does not wait for its disk");
    }
    if (!run.accounted() || !run.report().getBoolean("addsUp") || !copy.whole()) {
      result.invalid("rows are missing");
    }
    if (distinct < PERSONS / 2 || aside < 0.015 || aside > 0.05) {
      result.invalid("%d distinct names, %.3f set aside".formatted(distinct, aside));
    }
    if (Ratio.middle(speed.reference()) < SLOWEST_COPY) {
      result.invalid("COPY was slower than a machine in order makes it");
    }
  }
}
