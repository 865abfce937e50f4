package org.medflow.visit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Reply;

/** What is written during a visit: vitals, acts at their price, problems with their eye. */
class VisitIT {

  private static ClinicFixture clinic;
  private static Day day;

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("receptionist", "nurse", "doctor", "ophthalmologist", "accountant");
    day = new Day(clinic);
  }

  @Test
  void vitalsBelongToTheOpenVisitAndOpenOneWhereThereIsNone() {
    var here = day.patient();
    var visit = Day.visit(day.walkIn(here, "NORMAL"));
    var body =
        Json.createObjectBuilder()
            .add("systolic", 128)
            .add("diastolic", 82)
            .add("weight", 70)
            .add("height", 175)
            .build();
    var recorded = record(here, body);
    assertThat(recorded.status()).as(recorded.toString()).isEqualTo(201);
    assertThat(recorded.json().getString("visitId")).isEqualTo(visit);
    assertThat(recorded.json().getJsonNumber("bmi").toString()).isEqualTo("22.9");
    var elsewhere = day.patient();
    var opened = record(elsewhere, pulse(72)).json().getString("visitId");
    assertThat(record(elsewhere, pulse(74)).json().getString("visitId")).isEqualTo(opened);
    assertThat(clinic.as("doctor").get("/patients/" + elsewhere + "/vitals").data()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "pulse,19",
    "pulse,301",
    "breaths,3",
    "saturation,101",
    "systolic,301",
    "temperature,24.9",
    "temperature,45.1",
    "weight,0.2",
    "weight,500.1",
    "height,281",
    "glucose,61"
  })
  void refusesWhatNobodyCanHaveWithASentenceAtItsField(String field, String value) {
    var body = Json.createObjectBuilder().add(field, Json.createValue(number(value)));
    if (field.equals("systolic")) {
      body.add("diastolic", 80);
    }
    var patient = day.patient();
    var refused = record(patient, body.build());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.field(field)).isEqualTo("range-" + field);
    assertThat(clinic.as("doctor").get("/patients/" + patient + "/vitals").data()).isEmpty();
  }

  @Test
  void sameKeySameVitals() {
    var patient = day.patient();
    var caller = clinic.as("nurse").with("Idempotency-Key", "vitals-" + patient);
    var path = "/patients/" + patient + "/vitals";
    var first = caller.post(path, pulse(80)).json().getString("id");
    assertThat(caller.post(path, pulse(80)).json().getString("id")).isEqualTo(first);
    assertThat(clinic.as("doctor").get(path).data()).hasSize(1);
  }

  @Test
  void aMistakeStaysAndIsMarkedWithItsReason() {
    var patient = day.patient();
    var id = record(patient, pulse(80)).json().getString("id");
    var none = Json.createObjectBuilder().add("reason", " ").build();
    assertThat(clinic.as("nurse").post("/vitals/" + id + "/wrong", none).status()).isEqualTo(422);
    var why = Json.createObjectBuilder().add("reason", "autre patient").build();
    var marked = clinic.as("nurse").post("/vitals/" + id + "/wrong", why);
    assertThat(marked.json().getString("wrongReason")).isEqualTo("autre patient");
    assertThat(clinic.as("nurse").post("/vitals/" + id + "/wrong", why).code())
        .isEqualTo("vitals-wrong-already");
  }

  @Test
  void anActKeepsThePriceItWasAddedAt() {
    var code = "CONS-" + UUID.randomUUID().toString().substring(0, 6).toUpperCase();
    var line = clinic.as("accountant").post("/tariffs", tariff(code, 5_000_000));
    assertThat(line.status()).as(line.toString()).isEqualTo(201);
    var visit = Day.visit(day.walkIn(day.patient(), "NORMAL"));
    var act = add(visit, code);
    assertThat(act.status()).as(act.toString()).isEqualTo(201);
    var dearer = Json.createObjectBuilder().add("minor", 7_000_000).build();
    var changed =
        clinic
            .as("accountant")
            .with("If-Match", line.etag())
            .patch("/tariffs/" + line.id(), dearer);
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(add(visit, code).json().getInt("minor")).isEqualTo(7_000_000);
    var prices =
        clinic.as("doctor").get("/visits/" + visit + "/acts").data().getValuesAs(JsonObject.class);
    assertThat(prices).extracting(one -> one.getInt("minor")).containsExactly(5_000_000, 7_000_000);
    assertThat(add(visit, "NO-PRICE").field("code")).isEqualTo("unknown-tariff");
    assertThat(clinic.as("accountant").post("/tariffs", tariff(code, 1)).code())
        .isEqualTo("tariff-code-taken");
  }

  @Test
  void aDiagnosisOfTheEyeNamesTheEyeAndStandsOnce() {
    var patient = day.patient();
    assertThat(problem(patient, "H40.1", null).field("eye")).isEqualTo("eye-required");
    assertThat(problem(patient, "H40.1", "OD").status()).isEqualTo(201);
    assertThat(problem(patient, "H40.1", "OD").code()).isEqualTo("problem-listed");
    assertThat(problem(patient, "H40.1", "OS").status()).isEqualTo(201);
    assertThat(problem(patient, "I10", null).status()).isEqualTo(201);
    assertThat(problem(patient, "Q99.9", "OD").field("code")).isEqualTo("unknown-diagnosis");
    var list = clinic.as("nurse").get("/patients/" + patient + "/problems").data();
    assertThat(list).hasSize(3);
    var first = list.getJsonObject(0);
    var wrong = Json.createObjectBuilder().add("state", "WRONG").build();
    var path = "/problems/" + first.getString("id") + "/close";
    var doctor = clinic.as("doctor").with("If-Match", "\"0\"");
    assertThat(doctor.post(path, wrong).field("note")).isEqualTo("required");
    var why = Json.createObjectBuilder(wrong).add("note", "autre dossier").build();
    assertThat(doctor.post(path, why).json().getString("state")).isEqualTo("WRONG");
  }

  @Test
  void aVisitHasOneMainDiagnosis() {
    var patient = day.patient();
    var visit = Day.visit(day.walkIn(patient, "NORMAL"));
    assertThat(primary(patient, visit, "H40.1").status()).isEqualTo(201);
    assertThat(primary(patient, visit, "H25.9").code()).isEqualTo("problem-primary-taken");
    assertThat(primary(day.patient(), visit, "H25.9").field("visitId")).isEqualTo("unknown-visit");
  }

  @Test
  void takesInAListOfCodesAndNamesItsBrokenLines() {
    var list = "code;fr;en;eye\nZ97.8;Essai d’un code;A code tried;0\nnonsense;a;b;0\n";
    var admin = clinic.as("admin");
    var body = Json.createObjectBuilder().add("list", list).build();
    var loaded = admin.post("/diagnosis-codes", body);
    assertThat(loaded.status()).as(loaded.toString()).isEqualTo(200);
    assertThat(loaded.json().getInt("added") + loaded.json().getInt("unchanged")).isOne();
    assertThat(loaded.json().getJsonArray("refused").getJsonObject(0).getString("code"))
        .isEqualTo("codes-code");
    assertThat(codes("code tried")).contains("Z97.8");
    assertThat(codes("h401")).containsExactly("H40.1");
    assertThat(codes("GLAUCOME ouvert")).contains("H40.1");
    assertThat(codes("%")).isEmpty();
  }

  @Test
  void whoeverHoldsTheVisitWritesAloneInIt() {
    var patient = day.patient();
    var visit = "/visits/" + Day.visit(day.walkIn(patient, "NORMAL"));
    assertThat(clinic.as("nurse").post(visit + "/lease").status()).isEqualTo(200);
    var refused = clinic.as("doctor").post(visit + "/lease");
    assertThat(refused.code()).isEqualTo("visit-held");
    var etag = clinic.as("doctor").get(visit).etag();
    var red = Json.createObjectBuilder().add("complaint", "œil rouge").add("eye", "OD").build();
    assertThat(clinic.as("doctor").with("If-Match", etag).patch(visit, red).code())
        .isEqualTo("visit-held");
    var written = clinic.as("nurse").with("If-Match", etag).patch(visit, red);
    assertThat(written.status()).as(written.toString()).isEqualTo(200);
    assertThat(clinic.as("nurse").with("If-Match", etag).patch(visit, red).code())
        .isEqualTo("stale-version");
    assertThat(clinic.as("nurse").delete(visit + "/lease").status()).isEqualTo(200);
    assertThat(clinic.as("doctor").post(visit + "/lease").status()).isEqualTo(200);
  }

  @Test
  void theVisitsOfAnotherClinicDoNotExist() {
    var visit = Day.visit(day.walkIn(day.patient(), "NORMAL"));
    var stranger = ClinicFixture.open("doctor").as("doctor").with("If-Match", "\"0\"");
    assertThat(stranger.get("/visits/" + visit).status()).isEqualTo(404);
    assertThat(stranger.get("/visits/" + visit + "/acts").status()).isEqualTo(404);
    assertThat(stranger.post("/visits/" + visit + "/complete").status()).isEqualTo(404);
    assertThat(stranger.post("/visits/" + visit + "/lease").status()).isEqualTo(404);
    assertThat(stranger.get("/visits").data()).isEmpty();
  }

  private static Reply record(UUID patient, JsonObject body) {
    return clinic.as("nurse").post("/patients/" + patient + "/vitals", body);
  }

  private static JsonObject pulse(int beats) {
    return Json.createObjectBuilder().add("pulse", beats).build();
  }

  private static java.math.BigDecimal number(String text) {
    return new java.math.BigDecimal(text);
  }

  private static JsonObject tariff(String code, long minor) {
    return Json.createObjectBuilder()
        .add("code", code)
        .add("label", "Consultation")
        .add("kind", "CONSULTATION")
        .add("currency", "CDF")
        .add("minor", minor)
        .build();
  }

  private static Reply add(String visit, String code) {
    var body = Json.createObjectBuilder().add("code", code).build();
    return clinic.as("doctor").post("/visits/" + visit + "/acts", body);
  }

  private static Reply problem(UUID patient, String code, String eye) {
    JsonObjectBuilder body = Json.createObjectBuilder().add("code", code);
    if (eye != null) {
      body.add("eye", eye);
    }
    return clinic.as("doctor").post("/patients/" + patient + "/problems", body.build());
  }

  private static Reply primary(UUID patient, String visit, String code) {
    var body =
        Json.createObjectBuilder()
            .add("code", code)
            .add("eye", "OU")
            .add("rank", "PRIMARY")
            .add("visitId", visit)
            .build();
    return clinic.as("doctor").post("/patients/" + patient + "/problems", body);
  }

  private static List<String> codes(String typed) {
    var query = java.net.URLEncoder.encode(typed, java.nio.charset.StandardCharsets.UTF_8);
    return clinic
        .as("doctor")
        .get("/diagnosis-codes?q=" + query)
        .data()
        .getValuesAs(JsonObject.class)
        .stream()
        .map(one -> one.getString("code"))
        .toList();
  }
}
