package org.medflow.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Import;
import org.medflow.harness.Reply;
import org.medflow.harness.Settings;
import org.medflow.harness.Shared;

/**
 * A file that the job was not written for: byte order mark, semicolons, Windows line ends, columns
 * in another order, a header in the middle, doubled numbers, line breaks and semicolons in quotes.
 */
class DirtyFileImportIT {

  private static final int ROWS = 17;

  private static ClinicFixture clinic;
  private static Import done;

  @BeforeAll
  static void importOnce() {
    clinic = ClinicFixture.open("receptionist", "manager");
    done = Import.of(Shared.server(), folder(), clinic.code());
  }

  private static Path folder() {
    return Settings.root().resolve("ear/src/test/resources/legacy/dirty");
  }

  @Test
  void accountsForEveryRow() {
    assertThat(done.read()).as(done.report().toString()).isEqualTo(ROWS);
    assertThat(done.accounted()).as(done.report().toString()).isEqualTo(done.read());
    assertThat(done.count("error")).isZero();
    assertThat(done.count("created")).isEqualTo(13);
    assertThat(done.count("unchanged")).isEqualTo(1);
    assertThat(done.count("invalid")).isEqualTo(2);
    assertThat(done.count("review")).isEqualTo(1);
    assertThat(
            Shared.server()
                .owner()
                .number(
                    "select count(*) from medflow.patient_clinic where clinic_id = ?", clinic.id()))
        .isEqualTo(done.count("created"));
  }

  @ParameterizedTest
  @CsvSource({
    "Kabongoo Ilunga, KABONGO",
    "Mwambai Elise, MWAMBAYI",
    "tshisekdi pierre, TSHISEKEDI",
    "Lumumbaa Francoise, LUMUMBA",
    "nkulu jospehine, NKULU",
    "obrien, O'BRIEN"
  })
  void findsItsPeopleByAMisspeltName(String typed, String lastName) {
    var reply = search(typed);
    assertThat(names(reply)).as(reply.body()).contains(lastName);
  }

  @Test
  void findsItsPeopleByTheirOldNumber() {
    assertThat(names(search("10001A07"))).first().isEqualTo("KABONGO");
  }

  @Test
  void keepsBothNumbersOfATelephoneColumn() {
    assertThat(names(search("0812340002"))).contains("MWAMBAYI");
    assertThat(names(search("0998760002"))).contains("MWAMBAYI");
  }

  @Test
  void takesADateThatMeansNothingForUnknown() {
    var row = search("Nkulu Joséphine").data().getJsonObject(0);
    assertThat(row.getString("birthPrecision")).isEqualTo("UNKNOWN");
  }

  @Test
  void tellsWhyItRefusedARow() {
    var reply =
        Shared.server().operator().get("/migrations/%s/rejects?size=100".formatted(done.run()));
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    assertThat(reply.data().getValuesAs(JsonObject.class))
        .isNotEmpty()
        .allSatisfy(reject -> assertThat(reject.getString("reason")).isNotBlank());
  }

  @Test
  void changesNothingTheSecondTime() {
    var again = Import.of(Shared.server(), folder(), clinic.code());
    assertThat(again.accounted()).isEqualTo(again.read());
    assertThat(again.count("created")).isZero();
    assertThat(again.count("updated")).isZero();
  }

  private static Reply search(String q) {
    var query = Json.createObjectBuilder().add("q", q).add("size", 10).build();
    var reply = clinic.as("receptionist").post("/patients/search", query);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply;
  }

  private static List<String> names(Reply reply) {
    return reply.data().getValuesAs(JsonObject.class).stream()
        .map(row -> row.getString("lastName").toUpperCase())
        .collect(Collectors.toList());
  }
}
