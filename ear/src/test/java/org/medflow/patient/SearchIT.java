package org.medflow.patient;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Reply;

class SearchIT {

  private static final String PHONE = "+243897001122";
  private static ClinicFixture clinic;
  private static Reply wanted;

  @BeforeAll
  static void register() {
    clinic = ClinicFixture.open("receptionist");
    for (int i = 0; i < 25; i++) {
      clinic.registered(clinic.people().next());
    }
    var person = clinic.people().next().named("Tshilombo", "Mutombo", "Élisabeth").phoned(PHONE);
    var body = Json.createObjectBuilder(person.registration());
    var asked =
        Json.createObjectBuilder(person.asked())
            .add(
                "identifiers",
                Json.createArrayBuilder()
                    .add(
                        Json.createObjectBuilder()
                            .add("system", "lv")
                            .add(
                                "value",
                                "20417K"
                                    + clinic.people().number(90)
                                    + clinic.people().number(9))));
    wanted = clinic.as("receptionist").post("/patients", body.add("person", asked).build());
    assertThat(wanted.status()).as(wanted.toString()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tshilombo Mutombo Élisabeth",
        "tshilombo elisabeth",
        "ELISABETH MUTOMBO TSHILOMBO",
        "Élisabeth Tshilombo",
        "mutombo tshilombo",
        "Tshilomb Mutombo Elisabeth",
        "Tshiolmbo Elisabeth",
        "Tshilombbo Elisabet",
        "Chilombo Elisabeth",
        "  tshilombo   ÉLISABETH "
      })
  void findsByNameInAnyOrderWithoutAccentsAndWithTypingErrors(String q) {
    assertThat(ids(search(q))).as(q).contains(wanted.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {PHONE, "0897001122", "089 700 11 22", "00243897001122", "897001122"})
  void findsByTelephoneHoweverItIsTyped(String q) {
    assertThat(ids(search(q))).as(q).first().isEqualTo(wanted.id());
  }

  @Test
  void findsByNumber() {
    var mrn = wanted.json().getString("mrn");
    assertThat(ids(search(mrn))).first().isEqualTo(wanted.id());
    assertThat(ids(search(mrn.toLowerCase()))).first().isEqualTo(wanted.id());
  }

  @Test
  void findsByOldFileNumber() {
    var legacy = wanted.json().getJsonArray("identifiers").getJsonObject(0).getString("value");
    assertThat(ids(search(legacy))).first().isEqualTo(wanted.id());
  }

  @Test
  void answersTheSameByGet() {
    var byGet = clinic.as("receptionist").get("/patients?size=10&q=tshilombo+elisabeth");
    assertThat(byGet.status()).isEqualTo(200);
    assertThat(ids(byGet)).isEqualTo(ids(search("tshilombo elisabeth")));
  }

  @Test
  void turnsPagesWithoutGapsOrRepeats() {
    var seen = new ArrayList<UUID>();
    String cursor = null;
    do {
      var query = Json.createObjectBuilder().add("q", "").add("size", 5);
      if (cursor != null) {
        query.add("cursor", cursor);
      }
      var reply = clinic.as("receptionist").post("/patients/search", query.build());
      assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
      assertThat(reply.data().size()).isLessThanOrEqualTo(5);
      seen.addAll(ids(reply));
      var meta = reply.json().getJsonObject("meta");
      cursor = meta.isNull("next") ? null : meta.getString("next", null);
    } while (cursor != null);
    assertThat(new HashSet<>(seen)).hasSameSizeAs(seen).hasSizeGreaterThanOrEqualTo(26);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101, 100_000})
  void refusesOrBoundsAnUnreasonableSize(int size) {
    var query = Json.createObjectBuilder().add("q", "tshilombo").add("size", size).build();
    var reply = clinic.as("receptionist").post("/patients/search", query);
    assertThat(reply.status()).as(reply.toString()).isIn(200, 400, 422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_", "' or 1=1 --", "\\", "{}", "(((", "*", "\u0000", "𝔘𝔫𝔦"})
  void takesSpecialCharactersAsText(String q) {
    var reply = search(q);
    assertThat(reply.status()).as(reply.toString()).isIn(200, 400, 422);
  }

  @Test
  void findsNobodyOfAnotherClinic() {
    var elsewhere = ClinicFixture.open("receptionist");
    var query = Json.createObjectBuilder().add("q", "tshilombo mutombo elisabeth").add("size", 20);
    var reply = elsewhere.as("receptionist").post("/patients/search", query.build());
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.data()).isEmpty();
    var byPhone = Json.createObjectBuilder().add("q", PHONE).add("size", 20).build();
    assertThat(elsewhere.as("receptionist").post("/patients/search", byPhone).data()).isEmpty();
  }

  private static Reply search(String q) {
    var query = Json.createObjectBuilder().add("q", q).add("size", 10).build();
    return clinic.as("receptionist").post("/patients/search", query);
  }

  private static List<UUID> ids(Reply reply) {
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply.data().getValuesAs(JsonObject.class).stream()
        .map(row -> UUID.fromString(row.getString("id")))
        .toList();
  }
}
