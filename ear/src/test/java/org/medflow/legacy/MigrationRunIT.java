package org.medflow.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Database;
import org.medflow.harness.Migration;
import org.medflow.harness.Settings;
import org.medflow.harness.Shared;
import org.medflow.legacy.InventedExport.Keys;

/** The life of a run: one at a time, halted and resumed, signed, taken back, seen by its clinic. */
@Tag("import")
class MigrationRunIT {

  private static final int FEW = 60;
  private static final int MANY = 15_000;

  private final ClinicFixture clinic = ClinicFixture.open("manager", "receptionist");
  private final Database owner = Shared.server().owner();
  private final Path folder = Settings.target().resolve("import").resolve(clinic.code());

  @Test
  void letsOneRunHaveASourceAndGoesOnAfterAPause() throws InterruptedException {
    export(MANY);
    var run = Migration.begin(clinic, source(), false);
    var second = Migration.ask(clinic.as("manager"), clinic.code(), source(), false);
    assertThat(second.status()).as(second.toString()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("import-running");

    Awaitility.await().until(() -> loaded(run) > 0);
    assertThat(run.told("pause").status()).isEqualTo(200);
    long stood = settled(run);
    Thread.sleep(1_500);
    assertThat(run.status()).isEqualTo("PAUSED");
    assertThat(loaded(run)).isEqualTo(stood).isLessThan(2 * MANY);
    var third = Migration.ask(clinic.as("manager"), clinic.code(), source(), false);
    assertThat(third.code()).isEqualTo("import-running");

    assertThat(run.told("resume").status()).isEqualTo(200);
    run.completed();
    assertThat(run.accounted()).isTrue();
    assertThat(run.report().getBoolean("addsUp")).isTrue();
    assertThat(run.count("read")).isEqualTo(2 * MANY);
    assertThat(run.count("unchanged") + run.count("updated")).isZero();
    assertThat(registered()).isEqualTo(run.count("Patients", "created"));
    assertThat(appointments()).isEqualTo(run.count("Ag_Rdv", "created"));
  }

  @Test
  void stopsForAnotherRunOfTheSource() {
    export(MANY);
    var run = Migration.begin(clinic, source(), false);
    Awaitility.await().until(() -> loaded(run) > 0);
    assertThat(run.told("stop").status()).isEqualTo(200);
    assertThat(run.status()).isEqualTo("STOPPED");
    var next = Migration.of(clinic, source());
    assertThat(next.accounted()).isTrue();
    assertThat(next.count("unchanged")).isPositive();
    assertThat(registered()).isEqualTo(next.count("Patients", "created") + unchanged(next));
  }

  @Test
  void signsExactlyTheTextThatItKeeps() throws GeneralSecurityException {
    export(FEW);
    var run = Migration.of(clinic, source());
    var signature = run.report().getJsonObject("signature");
    var text = signature.getString("text");
    assertThat(signature.getString("algorithm")).isEqualTo("ES256");
    assertThat(
            owner.strings(
                "select report from legacy.import_run where id = ?", UUID.fromString(run.run())))
        .containsExactly(text);
    var value = Base64.getUrlDecoder().decode(signature.getString("value"));
    assertThat(verifies(key(signature), text, value)).isTrue();
    assertThat(verifies(key(signature), text.replace("\"read\":60", "\"read\":61"), value))
        .isFalse();
    try (var reader = Json.createReader(new java.io.StringReader(text))) {
      assertThat(reader.readObject().get("tables")).isEqualTo(run.report().get("tables"));
    }
  }

  @Test
  void takesARunBackAndBringsTheSameInAgain() {
    export(FEW);
    var first = Migration.of(clinic, source());
    assertThat(first.told("rollback").status()).isEqualTo(200);
    var view = first.ended().view();
    assertThat(view.getString("status")).isEqualTo("ROLLED_BACK");
    assertThat(view.getJsonNumber("undone").longValue()).isEqualTo(first.count("created"));
    assertThat(view.getJsonNumber("kept").longValue()).isZero();
    assertThat(view.getJsonNumber("openRejects").longValue()).isZero();
    assertThat(registered() + appointments() + mapped()).isZero();
    assertThat(
            owner.number(
                "select count(*) from medflow.patient where registered_at_clinic = ?", clinic.id()))
        .isZero();

    var again = Migration.of(clinic, source());
    assertThat(again.report().get("tables")).isEqualTo(first.report().get("tables"));
    assertThat(registered()).isEqualTo(first.count("Patients", "created"));
  }

  @Test
  void givesBackWhatARunChangedAndKeepsWhatWasEditedSince() throws IOException {
    var export = export(FEW);
    var first = Migration.of(clinic, source());
    var changed = List.of(1, 2, 3);
    rewrite("Patients.csv", "Kinshasa", "Lubumbashi", export, changed);
    var second = Migration.of(clinic, source());
    assertThat(second.count("updated")).isEqualTo(3);
    edit(export, 2, "Goma");

    assertThat(second.told("rollback").status()).isEqualTo(200);
    var view = second.ended().view();
    assertThat(view.getString("status")).isEqualTo("ROLLED_BACK");
    assertThat(view.getJsonNumber("undone").longValue()).isEqualTo(2);
    assertThat(view.getJsonNumber("kept").longValue()).isEqualTo(1);
    assertThat(changed.stream().map(i -> city(export, i)))
        .containsExactly("Kinshasa", "Goma", "Kinshasa");
    assertThat(registered()).isEqualTo(first.count("Patients", "created"));

    assertThat(first.told("rollback").status()).isEqualTo(200);
    assertThat(first.ended().status()).isEqualTo("ROLLED_BACK");
    assertThat(registered()).isOne();
    assertThat(appointments()).isZero();
    assertThat(city(export, 2)).isEqualTo("Goma");
  }

  @Test
  void isNotThereForAnotherClinic() {
    export(FEW);
    var run = Migration.of(clinic, source());
    var stranger = ClinicFixture.open("manager").as("manager");
    var path = "/migrations/" + run.run();
    for (var reply :
        List.of(
            stranger.get(path),
            stranger.get(path + "/report"),
            stranger.get(path + "/rejects"),
            stranger.post(path + "/pause"),
            stranger.post(path + "/resume"),
            stranger.post(path + "/stop"),
            stranger.post(path + "/rollback"))) {
      assertThat(reply.status()).as(reply.toString()).isEqualTo(404);
    }
    var elsewhere = Migration.ask(stranger, clinic.code(), source(), true);
    assertThat(elsewhere.status()).as(elsewhere.toString()).isIn(403, 422);
    var reject = run.rejects().get(0).getString("id");
    assertThat(stranger.get("/migrations/rejects/" + reject).status()).isEqualTo(404);
    assertThat(run.status()).isEqualTo("COMPLETED");
    assertThat(clinic.as("receptionist").get(path).status()).isEqualTo(403);
  }

  private InventedExport export(int rows) {
    var number = Long.parseLong(clinic.code().substring(1));
    var export = new InventedExport(new Keys(clinic.code(), number * 1_000_000), Settings.seed(3));
    export.write(folder, rows, rows);
    return export;
  }

  private String source() {
    return "csv:" + folder;
  }

  private void rewrite(String file, String old, String now, InventedExport of, List<Integer> who)
      throws IOException {
    var path = folder.resolve(file);
    var keys = who.stream().map(of.keys()::patient).toList();
    var lines =
        Files.readAllLines(path).stream()
            .map(line -> keys.contains(line.split(",")[0]) ? line.replace(old, now) : line)
            .toList();
    Files.write(path, lines);
  }

  private void edit(InventedExport export, int who, String city) {
    var desk = clinic.as("receptionist");
    var path = "/patients/" + patient(export, who);
    var address = Json.createObjectBuilder().add("city", city);
    var reply =
        desk.with("If-Match", desk.get(path).etag())
            .patch(path, Json.createObjectBuilder().add("address", address).build());
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
  }

  private UUID patient(InventedExport export, int who) {
    return owner
        .list(
            "select target_id from legacy.legacy_mapping where clinic_id = ? and source_key = ?",
            row -> row.getObject(1, UUID.class),
            clinic.id(),
            export.keys().patient(who))
        .get(0);
  }

  private String city(InventedExport export, int who) {
    return owner
        .strings("select city from medflow.patient where id = ?", patient(export, who))
        .get(0);
  }

  private static long loaded(Migration run) {
    return run.view().getJsonArray("stages").getValuesAs(JsonObject.class).stream()
        .map(stage -> stage.getJsonObject("counts"))
        .flatMap(counts -> counts.values().stream())
        .mapToLong(count -> ((jakarta.json.JsonNumber) count).longValue())
        .sum();
  }

  /** What was loaded once the chunk in hand is over. */
  private static long settled(Migration run) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              long before = loaded(run);
              Thread.sleep(400);
              return loaded(run) == before;
            });
    return loaded(run);
  }

  private static long unchanged(Migration run) {
    return run.count("Patients", "unchanged");
  }

  private long registered() {
    return owner.number(
        "select count(*) from medflow.patient_clinic where clinic_id = ?", clinic.id());
  }

  private long appointments() {
    return owner.number(
        "select count(*) from medflow.appointment where clinic_id = ?", clinic.id());
  }

  private long mapped() {
    return owner.number(
        "select count(*) from legacy.legacy_mapping where clinic_id = ?", clinic.id());
  }

  private PublicKey key(JsonObject signature) throws GeneralSecurityException {
    var der =
        owner
            .list(
                "select public_der from medflow.signing_key where kid = ?",
                row -> row.getBytes(1),
                signature.getString("key"))
            .get(0);
    return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
  }

  private static boolean verifies(PublicKey key, String text, byte[] value)
      throws GeneralSecurityException {
    var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(key);
    signature.update(text.getBytes(StandardCharsets.UTF_8));
    return signature.verify(value);
  }
}
