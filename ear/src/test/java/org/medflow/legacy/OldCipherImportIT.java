package org.medflow.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Migration;
import org.medflow.harness.OldSystem;
import org.medflow.harness.Person;
import org.medflow.harness.Settings;
import org.medflow.harness.Shared;

/** Cells that the older system had encrypted come in clear, or their row does not come in. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OldCipherImportIT {

  private static final String HEADER = "CodePatient,Nom,Prenom,Sexe,Telephone,Email\r\n";

  private static ClinicFixture clinic;
  private static Person first;
  private static Person named;
  private static Person touched;
  private static Person unknown;
  private static Migration run;

  @BeforeAll
  static void importOnce() {
    clinic = ClinicFixture.open("manager", "receptionist");
    first = clinic.people().complete();
    named = clinic.people().complete();
    touched = clinic.people().complete();
    unknown = clinic.people().complete();
    run = Migration.of(clinic, export());
  }

  /** Anew each time, with other nonces, as the older system wrote its exports. */
  private static String export() {
    return put(
        HEADER
            + line(1, first, OldSystem::first)
            + line(2, named, plain -> OldSystem.named("key_v3", plain))
            + line(3, touched, plain -> flipped(OldSystem.first(plain)))
            + line(4, unknown, plain -> OldSystem.named("key_v2", plain)));
  }

  private static String line(int number, Person person, UnaryOperator<String> sealed) {
    return "%s,%s,%s,F,%s,%s\r\n"
        .formatted(
            key(number),
            person.lastName(),
            person.firstName(),
            sealed.apply(person.phones().get(0)),
            sealed.apply(person.email()));
  }

  private static String key(int number) {
    return "E%s-%d".formatted(clinic.code(), number);
  }

  /** One letter of the ciphertext is another one. */
  private static String flipped(String value) {
    int at = value.lastIndexOf(':') + 1;
    return value.substring(0, at) + (value.charAt(at) == 'A' ? 'B' : 'A') + value.substring(at + 1);
  }

  private static String put(String content) {
    var folder = Settings.target().resolve("import/cipher").resolve(clinic.code());
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("Patients.csv"), content);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return "csv:" + folder;
  }

  @Test
  @Order(1)
  void opensWhatItHasTheKeysFor() {
    assertThat(run.count("created")).isEqualTo(2);
    for (var person : List.of(first, named)) {
      var reply = clinic.as("receptionist").post("/patients/search", asked(person));
      assertThat(reply.data()).as(reply.toString()).hasSize(1);
      var id = reply.data().getJsonObject(0).getString("id");
      var record = clinic.as("receptionist").get("/patients/" + id).json();
      assertThat(record.getString("email")).isEqualTo(person.email());
      assertThat(record.toString()).contains(person.phones().get(0)).doesNotContain("enc:v");
    }
  }

  private static jakarta.json.JsonObject asked(Person person) {
    return jakarta.json.Json.createObjectBuilder()
        .add("q", person.phones().get(0))
        .add("size", 5)
        .build();
  }

  @Test
  @Order(2)
  void setsAsideWithAReasonWhatItCannotOpen() {
    assertThat(run.reasons())
        .isEqualTo(Map.of("INVALID cipher-broken", 1L, "INVALID cipher-key-missing", 1L));
    for (var reject : run.rejects()) {
      var detail = clinic.as("manager").get("/migrations/rejects/" + reject.getString("id"));
      assertThat(detail.status()).as(detail.toString()).isEqualTo(200);
      assertThat(detail.body()).contains("enc:v");
    }
    assertThat(
            Shared.server()
                .owner()
                .number(
                    "select count(*) from medflow.patient where last_name in (?, ?)",
                    touched.lastName().toUpperCase(),
                    unknown.lastName().toUpperCase()))
        .isZero();
  }

  @Test
  @Order(3)
  void knowsAValueAgainThatWasEncryptedAnew() {
    var again = Migration.of(clinic, export());
    assertThat(again.count("unchanged")).isEqualTo(2);
    assertThat(again.count("updated")).isZero();
    assertThat(again.count("invalid")).isEqualTo(2);
  }
}
