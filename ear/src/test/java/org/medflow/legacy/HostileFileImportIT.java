package org.medflow.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Database;
import org.medflow.harness.Migration;
import org.medflow.harness.Report;
import org.medflow.harness.Settings;
import org.medflow.harness.Shared;

/** Exports as nobody should send them: each row, or the whole file, ends in a named outcome. */
@Tag("import")
class HostileFileImportIT {

  private static final String HEADER = "CodePatient,Nom,Prenom,DateNaissance,Sexe,Ville\r\n";
  private static final int LARGE = 10_000_000;

  private static ClinicFixture clinic;
  private static Database owner;
  private static int files;

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("manager", "receptionist");
    owner = Shared.server().owner();
  }

  @AfterAll
  static void tell() {
    Report.line("import: %d hostile exports, every row with a named outcome or none read", files);
  }

  @Test
  void readsTheCodePageOfTheOldWindows() {
    var run = run("latin", (HEADER + row(1, "KABÉYA", "Zoé")).getBytes(windows()));
    assertThat(run.count("created")).isOne();
    assertThat(lastName(1)).isEqualTo("KABÉYA");
  }

  @Test
  void readsTwoBytesForALetterIfTheMarkSaysSo() {
    var text = "\uFEFF" + HEADER + row(2, "MBÉLO", "Anaïs");
    var run = run("wide", text.getBytes(StandardCharsets.UTF_16LE));
    assertThat(run.count("created")).isOne();
    assertThat(lastName(2)).isEqualTo("MBÉLO");
  }

  @Test
  void takesBytesOfTwoEncodingsForWhatTheFileIs() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes((HEADER + row(3, "TSHÉLA", "Inès")).getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(row(4, "NGÉLO", "Noël").getBytes(windows()));
    var run = run("mixed", bytes.toByteArray());
    assertThat(run.count("read")).isEqualTo(2);
    assertThat(lastName(4)).isEqualTo("NGÉLO");
  }

  @Test
  void setsRaggedLinesAside() {
    var run =
        run(
            "ragged",
            HEADER
                + row(10, "COURTE", "Ligne").replace(",1970-02-10,F,Kinshasa", "")
                + row(11, "LONGUE", "Ligne").replace("Kinshasa", "Kin,shasa")
                + ",,,,,\r\n\r\n"
                + row(12, "ENTIERE", "Ligne"));
    assertThat(run.count("read")).isEqualTo(3);
    assertThat(run.count("created")).isEqualTo(2);
    assertThat(run.reasons()).isEqualTo(Map.of("INVALID too-many-columns", 1L));
  }

  @Test
  void passesOverHeadersThatComeAgain() {
    var run =
        run("headers", HEADER + row(20, "PREMIER", "Anne") + HEADER + row(21, "SECOND", "Luc"));
    assertThat(run.count("read")).isEqualTo(2);
    assertThat(run.count("created")).isEqualTo(2);
  }

  @Test
  void setsAFieldOfTenMegabytesAside() {
    var run =
        run("large", HEADER + row(30, "X".repeat(LARGE), "Grand") + row(31, "VOISINE", "Petite"));
    assertThat(run.count("created")).isOne();
    assertThat(run.reasons()).isEqualTo(Map.of("INVALID field-too-long", 1L));
    assertThat(
            owner.number(
                "select max(octet_length(raw_sealed)) from legacy.import_row where run_id ="
                    + " ?::uuid",
                run.run()))
        .isLessThan(10_000);
  }

  @Test
  void losesNoRowBehindAQuoteThatNobodyClosed() {
    var run =
        run(
            "quote",
            HEADER
                + row(35, "\"OUVERTE", "Guillemet")
                + row(36, "SUIVANTE", "Ligne")
                + row(37, "DERNIERE", "Ligne"));
    assertThat(run.count("read")).isEqualTo(3);
    assertThat(run.count("created")).isEqualTo(3);
  }

  @Test
  void computesNoFormula() {
    var run = run("formula", HEADER + row(40, "=HYPERLINK(\"\"http://x\"\")", "Feuille"));
    assertThat(run.count("created")).isZero();
    assertThat(run.reasons()).isEqualTo(Map.of("INVALID formula-cell", 1L));
  }

  @Test
  void setsANulAside() {
    var run = run("nul", HEADER + row(50, "NU\0LLE", "Part") + row(51, "ENTIERE", "Part"));
    assertThat(run.count("created")).isOne();
    assertThat(run.reasons()).isEqualTo(Map.of("INVALID nul-character", 1L));
  }

  @Test
  void refusesAFileThatIsEmpty() {
    assertThat(refusal("empty", new byte[0])).contains("column-missing", "Patients.CodePatient");
  }

  @Test
  void bringsNothingInFromAHeaderAlone() {
    var run = run("header", HEADER);
    assertThat(run.count("read")).isZero();
  }

  @Test
  void refusesAFileThatIsNoText() {
    var noise = new byte[200_000];
    new Random(7).nextBytes(noise);
    assertThat(refusal("noise", noise)).contains("column-missing");
    assertThat(refusal("zipped", zipped(HEADER + row(60, "CACHEE", "Zip"))))
        .contains("column-missing");
  }

  @Test
  void refusesAFolderWithoutAMandatoryColumn() {
    var bytes = "CodePatient,Prenom\r\nHX,Seule\r\n".getBytes(StandardCharsets.UTF_8);
    assertThat(refusal("column", bytes)).contains("Patients.Nom", "column-missing");
  }

  @Test
  void refusesAPlaceThatIsNone() {
    for (var source : new String[] {"csv:/nowhere/at/all", "csv:relative", "csv:", "ftp:x"}) {
      var reply = Migration.ask(clinic.as("manager"), clinic.code(), source, false);
      assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
      assertThat(reply.body()).contains("unknown-source");
    }
  }

  private static Migration run(String name, String text) {
    return run(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Migration run(String name, byte[] content) {
    var run = Migration.of(clinic, put(name, content));
    assertThat(run.accounted()).as(run.report().toString()).isTrue();
    assertThat(run.report().getBoolean("addsUp")).isTrue();
    assertThat(run.count("error")).isZero();
    assertThat(run.rejects())
        .allSatisfy(reject -> assertThat(reject.getString("reason")).isNotBlank());
    return run;
  }

  /** The problem with which a source is turned away before anything is read. */
  private static String refusal(String name, byte[] content) {
    var runs = runs();
    var reply = Migration.ask(clinic.as("manager"), clinic.code(), put(name, content), false);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
    assertThat(runs()).isEqualTo(runs);
    return reply.json().getJsonArray("fields").getValuesAs(JsonObject.class).toString();
  }

  private static long runs() {
    return owner.number("select count(*) from legacy.import_run where clinic_id = ?", clinic.id());
  }

  private static String put(String name, byte[] content) {
    files++;
    var folder = Settings.target().resolve("import/hostile").resolve(name);
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve("Patients.csv"), content);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return "csv:" + folder;
  }

  private static String key(int number) {
    return "H%s-%03d".formatted(clinic.code(), number);
  }

  private static String row(int number, String last, String first) {
    return "%s,%s,%s,1970-02-%02d,F,Kinshasa\r\n"
        .formatted(key(number), last, first, 1 + number % 28);
  }

  private static String lastName(int number) {
    return owner
        .strings(
            """
            select p.last_name from medflow.patient p
              join legacy.legacy_mapping m on m.target_id = p.id where m.source_key = ?
            """,
            key(number))
        .get(0);
  }

  private static Charset windows() {
    return Charset.forName("windows-1252");
  }

  private static byte[] zipped(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return bytes.toByteArray();
  }
}
