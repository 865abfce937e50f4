package org.medflow.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Migration;
import org.medflow.harness.Report;
import org.medflow.harness.Settings;
import org.medflow.legacy.tds.CareVisionSample;

/** The server is killed while it reads over the wire, and goes on from the key it had come to. */
@Tag("import")
class CareVisionKillIT {

  private static final int ROWS = 20_000;
  private static final int KILLS = 3;
  private static final Duration RECOVERY = Duration.ofMinutes(4);

  @Test
  void goesOnOverTheWireWhereItWasKilled() {
    assumeTrue(
        Settings.longRound(), "a server of its own and three kills: ./medflow faults import");
    var sample = CareVisionSample.of(Settings.seed(7), new CareVisionSample.Size(ROWS, ROWS, 40));
    try (var carevision = CareVisionServer.start("carevision-kill", sample)) {
      var clinic = ClinicFixture.open(carevision.server(), "manager");
      clinic.as("manager");
      var run = Migration.begin(clinic, "carevision", false);
      long last = 0;
      var random = new Random(Settings.seed(7));
      for (int kill = 0; kill < KILLS; kill++) {
        long seen = beyond(carevision, last);
        pause(random.nextInt(1_500));
        carevision.server().killServer();
        carevision.server().awaitBack(RECOVERY);
        last = marks(carevision);
        assertThat(last).isGreaterThanOrEqualTo(seen);
      }
      run.ended(RECOVERY).completed();
      assertThat(run.accounted()).isTrue();
      assertThat(run.report().getBoolean("addsUp")).isTrue();
      assertThat(run.count("error")).isZero();
      assertThat(run.count("unchanged")).isLessThan(ROWS / 10);

      var again = Migration.of(clinic, "carevision");
      assertThat(again.count("created") + again.count("updated")).isZero();
      assertThat(again.count("unchanged")).isEqualTo(run.count("created") + run.count("unchanged"));
      Report.line(
          "import: %d kills of the server under a reading over the wire, %d rows accounted for,"
              + " none taken twice",
          KILLS, run.count("read"));
    }
  }

  /** Waits until more rows are in than there were. */
  private static long beyond(CareVisionServer carevision, long before) {
    Awaitility.await("progress of the reading over the wire")
        .atMost(RECOVERY)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> marks(carevision) > before);
    return marks(carevision);
  }

  private static long marks(CareVisionServer carevision) {
    return carevision
        .server()
        .owner()
        .number("select coalesce(sum(last_line), 0) from legacy.import_progress");
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
