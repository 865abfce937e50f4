package org.medflow.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Database;
import org.medflow.harness.Medflow;
import org.medflow.harness.Report;
import org.medflow.harness.Settings;
import org.medflow.harness.Shared;

/** Arrivals and calls while the database or the server dies: all of it or none. */
@Tag("desk")
class DeskFaultIT {

  private static final Duration RECOVERY = Duration.ofMinutes(3);

  /** What must never be, each as a count of rows that break it. */
  private static final Map<String, String> HALVES = new LinkedHashMap<>();

  static {
    HALVES.put(
        "an appointment of a walk-in without its visit",
        """
        select count(*) from medflow.appointment a
         where a.clinic_id = ? and a.source = 'WALK_IN'
           and not exists (select 1 from medflow.visit v where v.appointment_id = a.id)
        """);
    HALVES.put(
        "a visit without its ticket",
        """
        select count(*) from medflow.visit v
         where v.clinic_id = ?
           and not exists (select 1 from medflow.queue_ticket t where t.visit_id = v.id)
        """);
    HALVES.put(
        "a patient who was registered with a walk-in that is not there",
        """
        select count(*) from medflow.patient p
         where p.registered_at_clinic = ?
           and not exists (select 1 from medflow.visit v where v.patient_id = p.id)
        """);
    HALVES.put(
        "a ticket whose way does not say where it is",
        """
        select count(*) from medflow.queue_ticket t
         where t.clinic_id = ? and t.state in ('WAITING', 'CALLED', 'SERVING')
           and not exists (select 1 from medflow.queue_step s
                            where s.ticket_id = t.id and s.state = 'HERE'
                              and s.station = t.station)
        """);
    HALVES.put(
        "a visit that began without its appointment",
        """
        select count(*) from medflow.visit v join medflow.appointment a on a.id = v.appointment_id
         where v.clinic_id = ? and (v.status = 'IN_PROGRESS') <> (a.status = 'IN_PROGRESS')
        """);
    HALVES.put(
        "a room that holds nobody, or a person who is not called",
        """
        select count(*) from medflow.room r
         where r.clinic_id = ? and r.occupied_by is not null
           and not exists (select 1 from medflow.queue_ticket t
                            where t.id = r.occupied_by and t.room_id = r.id)
        """);
    HALVES.put(
        "two tickets with one number, or a number left out",
        """
        select coalesce(max(number), 0) - count(*) from medflow.queue_ticket where clinic_id = ?
        """);
  }

  @Test
  void doesAllOrNothingWhenTheDatabaseIsKilled() {
    int kills = Settings.longRound() ? 10 : 2;
    run("database", kills, Settings.seed(20261127), Medflow::killDatabase);
  }

  @Test
  void doesAllOrNothingWhenTheServerIsKilled() {
    int kills = Settings.longRound() ? 6 : 1;
    run("server", kills, Settings.seed(20261128), Medflow::killServer);
  }

  /** How something dies. */
  private interface Death {
    void of(Medflow server);
  }

  private static void run(String what, int kills, long seed, Death death) {
    var server = Shared.server();
    var clinic = ClinicFixture.open("receptionist");
    var day = new Day(clinic);
    for (int i = 1; i <= 6; i++) {
      day.room("T" + i, "TRIAGE");
    }
    var pause = new Random(seed);
    try (var traffic = new DeskTraffic(clinic)) {
      for (int i = 0; i < kills; i++) {
        awaitProgress(traffic);
        sleep(300 + pause.nextInt(1_000));
        death.of(server);
        server.awaitBack(RECOVERY);
      }
      awaitProgress(traffic);
      traffic.close();
      assertThat(broken(server.owner(), clinic)).isEmpty();
      int asked = traffic.unknown().size();
      Map.copyOf(traffic.unknown()).forEach(traffic::tell);
      assertThat(traffic.unknown()).isEmpty();
      assertThat(broken(server.owner(), clinic)).isEmpty();
      var lost =
          traffic.known().values().stream()
              .filter(visit -> missing(server.owner(), visit.toString()))
              .toList();
      assertThat(lost).isEmpty();
      Report.line(
          "desk: %d kills of the %s, %d walk-ins acknowledged, 0 lost, 0 halves"
              + " (%d unknown asked again, seed %d)",
          kills, what, traffic.known().size(), asked, seed);
    }
  }

  private static Map<String, Long> broken(Database owner, ClinicFixture clinic) {
    var found = new LinkedHashMap<String, Long>();
    HALVES.forEach(
        (what, sql) -> {
          long rows = owner.number(sql, clinic.id());
          if (rows != 0) {
            found.put(what, rows);
          }
        });
    return found;
  }

  private static boolean missing(Database owner, String visit) {
    return owner.number("select count(*) from medflow.visit where id = ?::uuid", visit) != 1;
  }

  private static void awaitProgress(DeskTraffic traffic) {
    int before = traffic.known().size();
    Awaitility.await("people are let in again")
        .atMost(RECOVERY)
        .until(() -> traffic.known().size() > before + 10);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
