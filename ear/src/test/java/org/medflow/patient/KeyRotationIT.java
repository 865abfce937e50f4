package org.medflow.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Home;
import org.medflow.harness.KeyFile;
import org.medflow.harness.Launcher;
import org.medflow.harness.Medflow;
import org.medflow.harness.Migration;
import org.medflow.harness.People;
import org.medflow.harness.Report;
import org.medflow.harness.RowLock;
import org.medflow.harness.Settings;
import org.medflow.harness.Shared;
import org.medflow.patient.Amending.Known;

/**
 * The life of a key: a second one seals, everything is sealed anew under traffic and through a kill
 * of the server, what cannot be opened keeps its key, and at last the first key is gone.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeyRotationIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int PEOPLE = 60;
  private static final String HEADER = "CodePatient,Nom,Prenom,Sexe,Ville\r\n";

  private static Medflow server;
  private static KeyFile keys;
  private static ClinicFixture clinic;
  private static People town;
  private static List<Known> people;
  private static Migration changed;

  @BeforeAll
  static void registerWithTheFirstKey() {
    var home = Home.fresh("key-rotation");
    keys = new KeyFile(home);
    server = Medflow.start(home, Shared.environment());
    clinic = ClinicFixture.open(server, "receptionist", "manager");
    town = clinic.people();
    people = IntStream.range(0, PEOPLE).mapToObj(n -> registered()).toList();
    Migration.of(clinic, export("Kinshasa"));
    changed = Migration.of(clinic, export("Matadi"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Known registered() {
    var person = town.complete();
    return new Known(clinic.registered(person).id(), person);
  }

  /** One patient, whose city changes from run to run, and a row without a name. */
  private static String export(String city) {
    var folder = Settings.target().resolve("import/keys").resolve(city);
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("Patients.csv"),
          HEADER + "K-1,Makasi,Aline,F," + city + "\r\nK-2,,,F,Rejetville\r\n");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return "csv:" + folder;
  }

  private static void restart() {
    server.close();
    server = server.again();
    clinic = clinic.on(server);
    changed = new Migration(clinic.as("manager"), changed.run());
  }

  private static long sealedBy(int key) {
    return server
        .owner()
        .number(
            """
            select coalesce(sum(u.amount), 0) from medflow.sealed_column s,
                   lateral medflow.sealed_use(s.table_name, s.column_name) u
             where u.key_id = ?
            """,
            key);
  }

  private static Launcher.Said keys(String option) {
    return Launcher.run(server.home(), Map.of(), "keys", option);
  }

  private static void awaitEnd() {
    Awaitility.await("everything is sealed anew")
        .atMost(PATIENCE)
        .until(() -> walks("state <> 'DONE'") == 0);
  }

  private static long walks(String where) {
    return server.owner().number("select count(*) from medflow.key_walk where " + where);
  }

  private static void readsEverybody() {
    for (var known : people) {
      var reply = clinic.as("receptionist").get("/patients/" + known.id());
      assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
      assertThat(reply.body())
          .contains(known.person().phones().get(0))
          .contains(known.person().street())
          .contains(known.person().nationalId());
    }
  }

  @Test
  @Order(1)
  void opensOldValuesAndSealsNewOnesWithTheSecondKey() {
    assertThat(sealedBy(1)).isGreaterThan(PEOPLE * 4);
    keys.turnToSecondKey();
    restart();
    registered();
    assertThat(sealedBy(2)).isEqualTo(4);
    readsEverybody();

    var said = keys("--status");
    assertThat(said.exit()).as(said.output()).isZero();
    assertThat(said.output())
        .contains("Key 1 has sealed %d values and is still needed.".formatted(sealedBy(1)))
        .contains("Key 2 seals new values and has sealed 4.")
        .contains("./medflow keys --reencrypt");
  }

  @Test
  @Order(2)
  void givesTheServerNothingButCiphertextOfRegisteredColumns() {
    var app = server.app();
    assertThat(app.number("select count(*) from medflow.patient")).isZero();
    var next = "select count(*) from medflow.sealed_next('%s', '%s', '%s', 2, 10)";
    var first = new UUID(0, 0);
    assertThat(app.number(next.formatted("patient", "email_sealed", first))).isEqualTo(10);
    assertThatThrownBy(() -> app.number(next.formatted("app_user", "password_hash", first)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> app.number(next.formatted("patient", "last_name", first)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> app.update("insert into medflow.sealed_column values ('app_user', 'x', 'id')"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> app.update("delete from medflow.key_check"))
        .hasMessageContaining("permission denied");
    assertThat(app.list("select medflow.sealed_retire(1, 2)", row -> row.getBoolean(1)))
        .containsExactly(false);
  }

  @Test
  @Order(3)
  void goesOnAfterAKillAndLosesNoChangeThatIsMadeMeanwhile() {
    broken("set_byte(street_sealed, 9, get_byte(street_sealed, 9) # 255)");
    var path = Settings.target().resolve("journal").resolve("key-rotation.txt");
    long before = sealedBy(1);
    try (var journal = new Journal(path)) {
      Amending amending;
      try (var traffic = new RegistrationTraffic(clinic, journal, Settings.seed(21));
          var amended = new Amending(clinic, people.subList(2, 12))) {
        amending = amended;
        killedMidway();
        awaitEnd();
      }
      amending.check();
      assertThat(RegistrationCheck.of(journal, server.owner(), clinic.id()))
          .isEqualTo(new RegistrationCheck(0, 0, 0));
      Report.line(
          "keys: %d values sealed anew under traffic and through a kill, %d registrations and %d"
              + " changes meanwhile, none lost",
          before - 1, journal.all(Journal.Word.OK).size(), amending.changes());
    }
    assertThat(sealedBy(1)).isOne();
  }

  /** A row that somebody holds keeps its column from its end, so that the kill comes before it. */
  private static void killedMidway() {
    try (var held = RowLock.on(server.owner(), "medflow.patient", people.get(1).id())) {
      var said = keys("--reencrypt");
      assertThat(said.exit()).as(said.output()).isZero();
      assertThat(said.output()).contains("Re-encryption: ");
      Awaitility.await("a part is sealed anew")
          .atMost(PATIENCE)
          .until(() -> walks("column_name = 'email_sealed' and resealed > 0") == 1);
      server.killServer();
      server.awaitBack(PATIENCE);
      assertThat(walks("state <> 'DONE'")).isPositive();
      assertThat(sealedBy(1)).isGreaterThan(1);
    }
  }

  private static void broken(String bytes) {
    server
        .owner()
        .update(
            "update medflow.patient set street_sealed = %s where id = ?".formatted(bytes),
            people.get(0).id());
  }

  @Test
  @Order(4)
  void namesWhatItCannotOpenAndKeepsItsKey() {
    var said = keys("--status");
    assertThat(said.exit()).as(said.output()).isNotZero();
    assertThat(said.output())
        .contains("Key 1 has sealed 1 values and is still needed.")
        .contains("patient.street_sealed, row " + people.get(0).id() + ", key 1");
    assertThat(server.owner().number("select count(*) from medflow.key_check")).isEqualTo(2);

    broken("set_byte(street_sealed, 9, get_byte(street_sealed, 9) # 255)");
    assertThat(keys("--reencrypt").exit()).isZero();
    awaitEnd();
    assertThat(sealedBy(1)).isZero();
    said = keys("--status");
    assertThat(said.exit()).as(said.output()).isZero();
    assertThat(said.output())
        .contains("Key 1 is no longer needed: PHI_ENCRYPTION_KEY may be removed");
    assertThat(keys("--reencrypt").output()).contains("409");
  }

  @Test
  @Order(5)
  void startsWithoutTheFirstKeyAndOpensEverything() {
    keys.remove("PHI_ENCRYPTION_KEY");
    restart();
    readsEverybody();
    registered();
    var reject = changed.rejects().get(0).getString("id");
    assertThat(clinic.as("manager").get("/migrations/rejects/" + reject).body())
        .contains("Rejetville");
    changed.told("rollback");
    assertThat(changed.ended().status()).isEqualTo("ROLLED_BACK");
    assertThat(
            server
                .owner()
                .strings(
                    """
                    select p.city from medflow.patient p
                      join legacy.legacy_mapping m on m.target_id = p.id where m.source_key = 'K-1'
                    """))
        .containsExactly("Kinshasa");
  }

  @Test
  @Order(6)
  void leavesNoSealedColumnOut() {
    var columns =
        server
            .owner()
            .strings(
                """
                select case table_schema when 'medflow' then '' else table_schema || '.' end
                       || table_name || '.' || column_name
                  from information_schema.columns
                 where data_type = 'bytea' and table_schema in ('medflow', 'legacy')
                   and column_name !~ '(^|_)(hash|index|prev|probe|signature|der)$'
                   and table_name <> 'user_passkey'
                """);
    var registered =
        server
            .owner()
            .strings("select table_name || '.' || column_name from medflow.sealed_column");
    assertThat(columns).contains("key_check.sealed");
    columns.remove("key_check.sealed");
    assertThat(registered).containsExactlyInAnyOrderElementsOf(columns);
  }
}
