package org.medflow.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Reply;
import org.medflow.harness.Shared;

/** Clinics are opened, changed and closed; a closed one lets nobody in, and one always stays. */
class ClinicsIT {

  private static ClinicFixture office;

  @BeforeAll
  static void open() {
    office = ClinicFixture.open("admin", "auditor");
  }

  private static JsonObject object(String... pairs) {
    var builder = Json.createObjectBuilder();
    for (int i = 0; i < pairs.length; i += 2) {
      builder.add(pairs[i], pairs[i + 1]);
    }
    return builder.build();
  }

  private static Reply change(UUID clinic, String... pairs) {
    var admin = office.as("admin");
    var seen = admin.get("/clinics/" + clinic);
    return admin.with("If-Match", seen.etag()).patch("/clinics/" + clinic, object(pairs));
  }

  @Test
  void opensAClinicAndKeepsItsCode() {
    var code = "N" + (System.nanoTime() % 1_000_000);
    var opening =
        object("code", code, "name", "Limete", "city", "Kinshasa", "timeZone", "Africa/Kinshasa");
    var made = office.as("admin").post("/clinics", opening);
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.json().getString("status")).isEqualTo("active");
    assertThat(made.json().getString("secondFactor")).isEqualTo("required");
    assertThat(office.as("admin").post("/clinics", opening).code()).isEqualTo("clinic-code-taken");

    var changed =
        change(made.id(), "name", "Limete 7", "kind", "satellite", "phone", "+243 81 234 56 78");
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(changed.json().getString("name")).isEqualTo("Limete 7");
    assertThat(changed.json().getString("code")).isEqualTo(code);
    assertThat(change(made.id(), "code", "OTHER").status()).isEqualTo(400);
    assertThatThrownBy(
            () ->
                Shared.server()
                    .owner()
                    .update("update medflow.clinic set code = 'OTHER1' where id = ?", made.id()))
        .hasMessageContaining("clinic_code_ck");
    assertThat(office.as("admin").get("/clinics").body()).contains("Limete 7");
  }

  @Test
  void saysWhatIsWrongAndRefusesAnOlderVersion() {
    var clinic = ClinicFixture.open();
    var wrong = change(clinic.id(), "timeZone", "Africa/Nowhere", "kind", "tent");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.field("timeZone")).isEqualTo("unknown-time-zone");
    assertThat(wrong.field("kind")).isEqualTo("bad-format");
    var late =
        office
            .as("admin")
            .with("If-Match", "\"99\"")
            .patch("/clinics/" + clinic.id(), object("name", "Late"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("stale-version");
    assertThat(office.as("admin").patch("/clinics/" + clinic.id(), object("name", "X")).status())
        .isEqualTo(428);
    assertThat(office.as("admin").get("/clinics/" + UUID.randomUUID()).status()).isEqualTo(404);
  }

  @Test
  void aClosedClinicEndsItsSessionsAndLetsNobodyIn() {
    var closing = ClinicFixture.open("receptionist");
    var here = closing.as("receptionist");
    var both = closing.hire("roamer", "receptionist", closing.code(), office.code());
    var roamer =
        Shared.server()
            .anonymous()
            .signedIn(both.username(), both.password())
            .inClinic(office.code());
    assertThat(here.get("/me").status()).isEqualTo(200);

    var closed = change(closing.id(), "status", "inactive");
    assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
    assertThat(here.get("/me").status()).isEqualTo(401);
    var only = closing.staff("receptionist");
    assertThat(Shared.server().anonymous().signIn(only.username(), only.password()).code())
        .isEqualTo("wrong-credentials");
    var again = Shared.server().anonymous().signedIn(both.username(), both.password());
    assertThat(again.get("/me").json().getJsonObject("clinic").getString("code"))
        .isEqualTo(office.code());
    assertThat(again.get("/me").json().getJsonArray("clinics")).hasSize(1);
    assertThat(again.inClinic(closing.code()).get("/me").code()).isEqualTo("clinic-not-yours");
    assertThat(roamer.inClinic(closing.id().toString()).get("/me").status()).isIn(401, 403);

    assertThat(change(closing.id(), "status", "temporarily_closed").status()).isEqualTo(200);
    var back = Shared.server().anonymous().signedIn(only.username(), only.password());
    assertThat(back.get("/me").status()).isEqualTo(200);
  }

  @Test
  void writesClosingAndTheSecondFactorIntoTheAudit() {
    var clinic = ClinicFixture.open();
    assertThat(change(clinic.id(), "secondFactor", "required").status()).isEqualTo(200);
    assertThat(change(clinic.id(), "status", "inactive").status()).isEqualTo(200);
    var rows = office.as("auditor").get("/audit?action=clinic.&about=" + clinic.id()).data();
    assertThat(rows.getValuesAs(JsonObject.class))
        .extracting(row -> row.getString("action") + " " + row.getString("reason", ""))
        .contains(
            "clinic.amend secondFactor: optional → required",
            "clinic.close status: active → inactive");
  }

  @Test
  void nobodyClosesTheClinicSheWorksIn() {
    assertThat(change(office.id(), "status", "inactive").code()).isEqualTo("clinic-is-yours");
  }

  @Test
  void theDatabaseKeepsTheLastClinicOpen() {
    assertThatThrownBy(
            () ->
                Shared.server()
                    .app()
                    .in(
                        connection -> {
                          try (var close =
                              connection.prepareStatement(
                                  "update medflow.clinic set status = 'inactive'")) {
                            return close.executeUpdate();
                          }
                        }))
        .hasMessageContaining("clinic_last_open_ck");
    assertThat(
            Shared.server()
                .owner()
                .number("select count(*) from medflow.clinic where status <> 'inactive'"))
        .isPositive();
  }
}
