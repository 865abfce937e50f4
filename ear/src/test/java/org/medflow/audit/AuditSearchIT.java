package org.medflow.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Reply;
import org.medflow.harness.Shared;

/** The audit as a privacy officer looks through it. */
class AuditSearchIT {

  private static ClinicFixture clinic;
  private static UUID patient;

  @BeforeAll
  static void doSomething() {
    clinic = ClinicFixture.open("receptionist", "doctor", "privacy_officer", "accountant");
    patient = clinic.registered(clinic.people().next()).id();
    clinic.as("doctor").get("/patients/" + patient);
    clinic.as("doctor").get("/patients/" + patient);
    clinic.as("accountant").get("/patients/" + patient);
  }

  @Test
  void findsTheDeedsAboutOneRecordTheNewestFirst() {
    var found = ask("about=" + patient).data().getValuesAs(JsonObject.class);
    assertThat(found)
        .extracting(row -> row.getString("action"))
        .containsSubsequence("patient.read", "patient.read", "patient.register");
    assertThat(found).allMatch(row -> row.getString("outcome").equals("done"));
    assertThat(found)
        .extracting(row -> row.getString("at"))
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void goesThroughTheWholeListWithoutARowTwice() {
    var seen = new HashSet<String>();
    int rows = 0;
    var cursor = "";
    do {
      var slice = ask("size=5&action=session.&cursor=" + cursor);
      assertThat(slice.status()).as(slice.toString()).isEqualTo(200);
      for (var row : slice.data().getValuesAs(JsonObject.class)) {
        assertThat(row.getString("action")).startsWith("session.");
        seen.add(row.getString("id"));
        rows++;
      }
      cursor = slice.json().getJsonObject("meta").getString("next", "");
    } while (!cursor.isEmpty() && rows < 2_000);
    assertThat(seen).hasSize(rows).hasSizeGreaterThan(3);
  }

  @Test
  void keepsRefusalsApart() {
    var refused = ask("outcome=refused").data().getValuesAs(JsonObject.class);
    assertThat(refused).isNotEmpty().allMatch(row -> row.getString("outcome").equals("refused"));
    assertThat(refused)
        .extracting(row -> row.getString("action"))
        .anyMatch(call -> call.contains("."));
  }

  @Test
  void tellsWhoCameNearARecordAndHow() {
    var lines = officer("/audit/patients/" + patient).data().getValuesAs(JsonObject.class);
    assertThat(lines).hasSize(2);
    assertThat(lines).anyMatch(line -> line.getInt("opened") == 2 && line.getInt("changed") == 0);
    assertThat(lines).anyMatch(line -> line.getInt("changed") >= 1);
  }

  @Test
  void showsNothingOfAnotherClinic() {
    var other = ClinicFixture.open("privacy_officer");
    var rows = other.as("privacy_officer").get("/audit?about=" + patient).data();
    assertThat(rows).isEmpty();
    assertThat(other.as("privacy_officer").get("/audit/patients/" + patient).data()).isEmpty();
    var file = other.as("privacy_officer").with("Accept", "text/csv").get("/audit/export");
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.body()).contains("audit.search").doesNotContain("patient.");
  }

  @Test
  void exportsASignedFile() throws GeneralSecurityException {
    var file = officer("/audit/export?about=" + patient);
    assertThat(file.status()).as(file.toString()).isEqualTo(200);
    assertThat(file.body()).startsWith("at,id,actor_kind").contains("patient.register");
    var seal = file.header("MedFlow-Seal").orElseThrow().split(";");
    var der =
        Shared.server()
            .owner()
            .list(
                "select public_der from medflow.signing_key where kid = ?",
                row -> row.getBytes(1),
                seal[0])
            .get(0);
    var check = Signature.getInstance("SHA256withECDSAinP1363Format");
    check.initVerify(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der)));
    check.update(file.body().getBytes(StandardCharsets.UTF_8));
    assertThat(check.verify(Base64.getDecoder().decode(seal[1]))).isTrue();
  }

  @Test
  void isADeedItself() {
    ask("about=" + patient);
    officer("/audit/export?about=" + patient);
    assertThat(ask("action=audit.").data().getValuesAs(JsonObject.class))
        .extracting(row -> row.getString("action"))
        .contains("audit.search", "audit.export");
  }

  @Test
  void saysWhatIsWrongWithAQuestion() {
    for (var wrong :
        List.of(
            "from=yesterday", "about=x", "action=%27", "outcome=maybe", "cursor=abc", "size=0")) {
      assertThat(ask(wrong).status()).as(wrong).isIn(400, 422);
    }
    assertThat(ask("from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z").field("to"))
        .isEqualTo("before-start");
    assertThat(ask("from=2020-01-01T00:00:00Z").field("from")).isEqualTo("too-long-ago");
  }

  private static Reply ask(String query) {
    return officer("/audit?" + query);
  }

  private static Reply officer(String path) {
    return clinic.as("privacy_officer").with("Accept", "application/json, text/csv").get(path);
  }
}
