package org.medflow.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ApiClient;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Medflow;
import org.medflow.harness.Person;
import org.medflow.harness.Reply;
import org.medflow.harness.Report;
import org.medflow.harness.Settings;
import org.medflow.harness.Shared;
import org.medflow.patient.Journal.Word;

/** Crowds and crashes at the registration desk. */
@Tag("registration")
class RegistrationFaultIT {

  private static final int CROWD = 200;
  private static final Duration RECOVERY = Duration.ofMinutes(3);

  private static ClinicFixture clinic;

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("receptionist");
  }

  @Test
  void makesOneRecordOfTwoHundredPeopleWithOneNationalId() {
    for (int round = 0; round < (Settings.longRound() ? 20 : 1); round++) {
      var id = clinic.people().nationalId();
      var answers =
          crowd(clinic.as("receptionist"), n -> clinic.people().next().withNationalId(id));

      assertThat(statuses(answers)).isEqualTo(Map.of(201, 1L, 409, CROWD - 1L));
      assertThat(answers)
          .filteredOn(reply -> reply.status() == 409)
          .extracting(Reply::code)
          .containsOnly("patient-identifier-taken");
      assertThat(identifiers(made(answers))).isOne();
    }
    Report.line("registration: %d concurrent with one national id -> 1 row, %d x 409", CROWD, 199);
  }

  @Test
  void makesOneRecordOfTwoHundredRequestsWithOneKey() {
    for (int round = 0; round < (Settings.longRound() ? 20 : 1); round++) {
      var person = clinic.people().next();
      var caller = clinic.as("receptionist").with("Idempotency-Key", UUID.randomUUID().toString());
      var answers = crowd(caller, n -> person);

      assertThat(statuses(answers)).isEqualTo(Map.of(201, (long) CROWD));
      assertThat(answers).extracting(Reply::id).containsOnly(answers.get(0).id());
      assertThat(named(person.lastName())).isOne();
    }
    Report.line("registration: %d concurrent with one key -> 1 row, the same id", CROWD);
  }

  @Test
  void losesAndDoublesNobodyWhenTheDatabaseIsKilled() {
    long seed = Settings.seed(20261124);
    int kills = Settings.longRound() ? 10 : 3;
    var server = Shared.server();
    run("database", server, seed, kills, Medflow::killDatabase);
  }

  @Test
  void losesAndDoublesNobodyWhenTheServerIsKilled() {
    long seed = Settings.seed(20261125);
    int kills = Settings.longRound() ? 6 : 1;
    run("server", Shared.server(), seed, kills, Medflow::killServer);
  }

  /** Kills under traffic, then asks again what nobody knows, then compares. */
  private static void run(String what, Medflow server, long seed, int kills, Kill kill) {
    var path = Settings.target().resolve("journal").resolve("registration-" + what + ".txt");
    var pause = new Random(seed);
    try (var journal = new Journal(path)) {
      var traffic = new RegistrationTraffic(clinic, journal, seed);
      try (traffic) {
        for (int i = 0; i < kills; i++) {
          awaitProgress(journal);
          sleep(300 + pause.nextInt(1_500));
          kill.on(server);
          server.awaitBack(RECOVERY);
        }
        awaitProgress(journal);
      }
      var crashed = RegistrationCheck.of(journal, server.owner(), clinic.id());
      int unknown = journal.all(Word.UNKNOWN).size();
      journal.all(Word.UNKNOWN).forEach(traffic::tell);
      var settled = RegistrationCheck.of(journal, server.owner(), clinic.id());

      Report.line(
          "registration: %d kills of the %s, %d acknowledged, %d lost, %d doubled"
              + " (%d unknown asked again, seed %d)",
          kills,
          what,
          journal.all(Word.OK).size(),
          settled.lost(),
          settled.doubled(),
          unknown,
          seed);
      assertThat(crashed).isEqualTo(new RegistrationCheck(0, 0, 0));
      assertThat(settled).isEqualTo(new RegistrationCheck(0, 0, 0));
      assertThat(journal.all(Word.UNKNOWN)).isEmpty();
    }
  }

  private static void awaitProgress(Journal journal) {
    int before = journal.all(Word.OK).size();
    Awaitility.await("registrations are taken again")
        .atMost(RECOVERY)
        .until(() -> journal.all(Word.OK).size() > before + 20);
  }

  private static List<Reply> crowd(ApiClient caller, IntFunction<Person> who) {
    var bodies = IntStream.range(0, CROWD).mapToObj(who).map(Person::registration).toList();
    var apart = caller.apart();
    var calls = bodies.stream().map(body -> apart.postLater("/patients", body)).toList();
    return calls.stream().map(CompletableFuture::join).toList();
  }

  private static Map<Integer, Long> statuses(List<Reply> answers) {
    return answers.stream().collect(Collectors.groupingBy(Reply::status, Collectors.counting()));
  }

  private static UUID made(List<Reply> answers) {
    return answers.stream().filter(r -> r.status() == 201).findFirst().orElseThrow().id();
  }

  private static long identifiers(UUID patient) {
    return Shared.server()
        .owner()
        .number(
            """
            select count(*) from medflow.patient_identifier i
             where (i.system, i.value_index) = (select system, value_index
                      from medflow.patient_identifier where patient_id = ?)
            """,
            patient);
  }

  private static long named(String lastName) {
    return Shared.server()
        .owner()
        .number("select count(*) from medflow.patient where lower(last_name) = lower(?)", lastName);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Kill {
    void on(Medflow server);
  }
}
