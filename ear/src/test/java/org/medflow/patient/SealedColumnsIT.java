package org.medflow.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Database;
import org.medflow.harness.Medflow;
import org.medflow.harness.Person;
import org.medflow.harness.Reply;
import org.medflow.harness.Shared;

/** Canaries: what is kept sealed is looked for in clear wherever the product writes. */
class SealedColumnsIT {

  private static ClinicFixture clinic;
  private static Person person;
  private static Reply made;

  @BeforeAll
  static void registerAndUse() {
    clinic = ClinicFixture.open("receptionist");
    person = clinic.people().complete();
    made = clinic.registered(person);
    var caller = clinic.as("receptionist");
    caller.get("/patients/" + made.id());
    caller.post("/patients/check-duplicates", person.asked());
    caller.post("/patients", person.registration());
    search(person.phones().get(0));
    search(person.nationalId());
    caller.get("/patients?size=5&q=" + person.phones().get(0).substring(1));
  }

  private static void search(String q) {
    var body = jakarta.json.Json.createObjectBuilder().add("q", q).add("size", 5).build();
    clinic.as("receptionist").post("/patients/search", body);
  }

  @Test
  void keepsCiphertextInTheSealedColumns() {
    var sealed =
        Shared.server()
            .owner()
            .list(
                """
                select email_sealed, street_sealed from medflow.patient where id = ?
                union all
                select value_sealed, value_sealed from medflow.patient_phone where patient_id = ?
                union all
                select value_sealed, value_sealed from medflow.patient_identifier
                 where patient_id = ?
                """,
                row -> List.of(row.getBytes(1), row.getBytes(2)),
                made.id(),
                made.id(),
                made.id());
    assertThat(sealed).hasSize(3);
    for (var pair : sealed) {
      for (var bytes : pair) {
        assertThat(bytes).hasSizeGreaterThan(28);
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(canaries().values()).noneMatch(text::contains);
      }
    }
  }

  @Test
  void sealsTheSameValueDifferentlyEachTime() {
    var other =
        clinic.people().next().phoned(person.phones().get(0)).anotherThan(made.id(), "mère");
    var second = clinic.as("receptionist").post("/patients", other.registration());
    assertThat(second.status()).as(second.toString()).isEqualTo(201);
    var sealed =
        Shared.server()
            .owner()
            .strings(
                """
                select encode(value_sealed, 'hex') from medflow.patient_phone
                 where patient_id in (?, ?)
                """,
                made.id(),
                second.id());
    assertThat(sealed).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void leavesNoPersonalValueInClearInAnyTable() {
    var owner = Shared.server().owner();
    var patterns =
        canaries().values().stream()
            .flatMap(value -> Stream.of(value, hex(value)))
            .map(value -> "%" + value + "%")
            .toArray(String[]::new);
    var found =
        owner.in(
            connection -> {
              var any = connection.createArrayOf("text", patterns);
              var tables = new ArrayList<String>();
              for (var table : tables()) {
                var sql = "select 1 from %s t where t::text like any (?) limit 1".formatted(table);
                if (!Database.list(connection, sql, row -> 1, any).isEmpty()) {
                  tables.add(table);
                }
              }
              return tables;
            });
    assertThat(found).isEmpty();
  }

  @Test
  void leavesNoPersonalValueInLogsOrOtherFiles() throws IOException {
    var found = new ArrayList<String>();
    for (var file : files()) {
      var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      canaries()
          .forEach(
              (what, value) -> {
                if (text.contains(value)) {
                  found.add(what + " in " + file);
                }
              });
    }
    assertThat(found).isEmpty();
  }

  @Test
  void writesNeitherQueryStringsNorNamesToTheLog() throws IOException {
    for (var log : Shared.server().home().logs()) {
      var text = Files.readString(log, StandardCharsets.ISO_8859_1);
      assertThat(text)
          .as(log.toString())
          .doesNotContain(person.lastName())
          .doesNotContain("?size=");
    }
  }

  private static Map<String, String> canaries() {
    var all = new LinkedHashMap<String, String>();
    all.put("telephone", person.phones().get(0).substring(4));
    all.put("national id", person.nationalId());
    all.put("e-mail", person.email());
    all.put("street", person.street());
    return all;
  }

  private static String hex(String value) {
    return HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> tables() {
    return Shared.server()
        .owner()
        .strings(
            """
            select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
             where schemaname in ('medflow', 'batch', 'legacy', 'public')
            """);
  }

  /** Everything below the home but the write-ahead log, and what the launcher printed. */
  private static List<Path> files() throws IOException {
    Medflow server = Shared.server();
    var wal = server.home().path("pg/pg_wal");
    var all = new ArrayList<Path>();
    try (var tree = Files.walk(server.home().folder())) {
      tree.filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(wal))
          .filter(file -> !file.toString().endsWith(".jar") && !file.toString().endsWith(".ear"))
          .forEach(all::add);
    }
    all.add(server.console());
    return all;
  }
}
