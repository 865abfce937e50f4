package org.medflow.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Medflow;
import org.medflow.harness.Migration;
import org.medflow.harness.Report;
import org.medflow.harness.Settings;
import org.medflow.harness.Shared;
import org.medflow.legacy.InventedExport.Keys;

/**
 * A server, a database and a disk that fail under an import. The driver stands outside, keeps a
 * journal of what it did and what the watermarks said, and compares export and database in the end.
 */
@Tag("import")
class ImportFaultIT {

  private static final int ROWS = Settings.longRound() ? 24_000 : 8_000;
  private static final int CHUNK = 8_000;
  private static final Duration RECOVERY = Duration.ofMinutes(4);

  private final Medflow server = Shared.server();
  private final long seed = Settings.seed(20_261_127);

  @Test
  void losesAndDoublesNoRowWhenTheServerIsKilled() throws IOException {
    int wanted = Settings.kills(Settings.longRound() ? 50 : 1);
    var random = new Random(seed);
    var total = new long[4];
    int kills = 0;
    try (var journal = journal()) {
      while (kills < wanted) {
        var at = new Place(kills);
        int before = kills;
        kills += killed(at, wanted - kills, random, journal);
        var check = at.check();
        journal.write("%s: %d kills, %s%n".formatted(at.run.run(), kills - before, check));
        assertThat(check.sound(ROWS)).as(check.toString()).isTrue();
        total[0] += check.taken() + check.aside();
        total[1] += check.lost();
        total[2] += check.doubled();
        total[3] += at.redone();
      }
    }
    Report.line(
        "import: %d kills of the server, %d rows read and accounted for, %d lost, %d doubled,"
            + " %d taken in anew, at most one chunk of %d a kill (seed %d)",
        kills, total[0], total[1], total[2], total[3], CHUNK, seed);
    assertThat(total[3]).isLessThanOrEqualTo((long) kills * CHUNK);
  }

  /** Kills the server under one run until the run is over or there were enough. */
  private int killed(Place at, int most, Random random, BufferedWriter journal) throws IOException {
    int kills = 0;
    while (kills < most && at.goesOn()) {
      pause(random.nextInt(4) == 0 ? random.nextInt(6_000) : random.nextInt(900));
      if (at.over()) {
        break;
      }
      var seen = at.marks();
      server.killServer();
      kills++;
      server.awaitBack(RECOVERY);
      var kept = at.marks();
      journal.write("kill at %s, then %s%n".formatted(seen, kept));
      journal.flush();
      for (int i = 0; i < seen.size(); i++) {
        assertThat(kept.get(i)).isGreaterThanOrEqualTo(seen.get(i));
      }
    }
    at.run.ended(RECOVERY).completed();
    return kills;
  }

  @Test
  void takesARunBackAlthoughTheServerIsKilled() {
    assumeTrue(Settings.longRound(), "one more kill: ./medflow faults import");
    var at = new Place(0);
    at.run.completed();
    assertThat(at.run.told("rollback").status()).isEqualTo(200);
    Awaitility.await().atMost(RECOVERY).until(() -> at.undone() > 0);
    server.killServer();
    server.awaitBack(RECOVERY);
    assertThat(at.run.ended(RECOVERY).status()).isEqualTo("ROLLED_BACK");
    assertThat(at.undone()).isEqualTo(at.run.count("created"));
    assertThat(at.left()).isZero();
    Report.line(
        "import: 1 kill of the server under a rollback, %d records taken back, 0 left",
        at.undone());
  }

  @Test
  void waitsForADatabaseThatStandsStill() {
    var at = new Place(0);
    assertThat(at.goesOn()).isTrue();
    server.pauseDatabase();
    pause(Settings.longRound() ? 45_000 : 4_000);
    server.wakeDatabase();
    at.run.ended(RECOVERY).completed();
    var check = at.check();
    assertThat(check.sound(ROWS)).as(check.toString()).isTrue();
  }

  @Test
  void goesOnWhenTheDiskHasRoomAgain() throws IOException, InterruptedException {
    assumeTrue(Settings.longRound(), "mounts a small disk: ./medflow faults import");
    var disk = Settings.target().resolve("small-disk");
    assumeTrue(SmallDisk.mount(disk), "a small disk needs the right to mount one");
    try (var small = SmallDisk.under(server, disk, "legacy.import_row")) {
      small.fill();
      var at = new Place(0);
      Awaitility.await("trouble with the disk").atMost(RECOVERY).until(small::complained);
      assertThat(at.run.status()).isEqualTo("RUNNING");
      pause(10_000);
      small.free();
      at.run.ended(RECOVERY).completed();
      var check = at.check();
      assertThat(check.sound(ROWS)).as(check.toString()).isTrue();
      assertThat(at.run.count("error")).isZero();
      Report.line("import: disk full in staging -> %d rows, 0 lost, 0 doubled", check.taken());
    }
  }

  private static BufferedWriter journal() throws IOException {
    var path = Settings.target().resolve("journal").resolve("import-server.txt");
    Files.createDirectories(path.getParent());
    return Files.newBufferedWriter(path);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** A clinic with an export of its own and a run over it. */
  private final class Place {
    private final ClinicFixture clinic = ClinicFixture.open("manager");
    private final InventedExport export;
    private final Migration run;
    private final long insertedBefore;
    private long last;

    private Place(int number) {
      long first = Long.parseLong(clinic.code().substring(1)) * 1_000_000;
      export = new InventedExport(new Keys(clinic.code(), first), seed + number);
      Path folder = Settings.target().resolve("import").resolve(clinic.code());
      export.write(folder, ROWS, ROWS);
      insertedBefore = inserted();
      run = Migration.begin(clinic, "csv:" + folder, false);
    }

    /** Waits until rows came in that were not seen before; false when the run is over. */
    private boolean goesOn() {
      Awaitility.await("progress of " + run.run())
          .atMost(RECOVERY)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> over() || sum() > last);
      last = sum();
      return !over();
    }

    private boolean over() {
      return server
              .owner()
              .number(
                  """
                  select count(*) from legacy.import_run
                   where id = ? and status not in ('STARTING', 'RUNNING')
                  """,
                  id())
          > 0;
    }

    private long sum() {
      return marks().stream().mapToLong(Long::longValue).sum();
    }

    private List<Long> marks() {
      return server
          .owner()
          .list(
              "select last_line from legacy.import_progress where run_id = ? order by place",
              row -> row.getLong(1),
              id());
    }

    private long undone() {
      return server.owner().number("select undone from legacy.import_run where id = ?", id());
    }

    /** Records of the clinic that are still there. */
    private long left() {
      return server
          .owner()
          .number(
              """
              select (select count(*) from medflow.patient where registered_at_clinic = ?)
                   + (select count(*) from medflow.appointment where clinic_id = ?)
                   + (select count(*) from legacy.legacy_mapping where clinic_id = ?)
              """,
              clinic.id(),
              clinic.id(),
              clinic.id());
    }

    private ImportCheck check() {
      return ImportCheck.of(server.owner(), clinic.id(), run, export, ROWS);
    }

    /** Records that were written and never committed: the work that kills made in vain. */
    private long redone() {
      pause(2_000);
      return inserted()
          - insertedBefore
          - run.count("Patients", "created")
          - run.count("Ag_Rdv", "created");
    }

    private long inserted() {
      return server
          .owner()
          .number(
              """
              select sum(n_tup_ins)::bigint from pg_stat_user_tables
               where schemaname = 'medflow' and relname in ('patient', 'appointment')
              """);
    }

    private UUID id() {
      return UUID.fromString(run.run());
    }
  }
}
