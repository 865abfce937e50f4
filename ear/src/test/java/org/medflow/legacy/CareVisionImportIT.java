package org.medflow.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.medflow.legacy.entity.LegacyTable.AG_RDV;
import static org.medflow.legacy.entity.LegacyTable.PATIENTS;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Database;
import org.medflow.harness.Migration;
import org.medflow.harness.Report;
import org.medflow.harness.Settings;
import org.medflow.legacy.tds.CareVisionSample;

/**
 * One CareVision, once as a folder of exports and once behind a server that speaks TDS: what comes
 * in, what a second run makes of it, and what changes at either end do. The steps build on each
 * other as the weeks of a clinic that moves do.
 */
@Tag("import")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CareVisionImportIT {

  private static final String CAREVISION = "carevision";
  private static final CareVisionSample SAMPLE =
      CareVisionSample.of(20_261_126, CareVisionSample.Size.SMALL);

  private static CareVisionServer carevision;
  private static ClinicFixture clinic;
  private static Database owner;
  private static Path folder;
  private static Migration rehearsal;
  private static Migration first;

  @BeforeAll
  static void start() throws IOException {
    carevision = CareVisionServer.start("carevision", SAMPLE);
    clinic = ClinicFixture.open(carevision.server(), "receptionist", "manager");
    owner = carevision.server().owner();
    folder = Settings.target().resolve("import/carevision");
    SAMPLE.write(folder);
  }

  @AfterAll
  static void stop() {
    carevision.close();
  }

  @Test
  @Order(1)
  void rehearsesBothSourcesAlikeAndWritesNothing() {
    clinic.as("manager");
    var before = Rows.lasting(owner);
    rehearsal = Migration.rehearsal(clinic, exports());
    var overTheWire = Migration.rehearsal(clinic, CAREVISION);
    assertThat(tables(overTheWire)).isEqualTo(tables(rehearsal));
    assertThat(Rows.lasting(owner)).isEqualTo(before);
    assertThat(owner.number("select count(*) from legacy.legacy_mapping")).isZero();
    assertThat(owner.number("select count(*) from legacy.staged_row")).isZero();
  }

  @Test
  @Order(2)
  void takesInTheFolderAsItWasRehearsed() {
    first = Migration.of(clinic, exports());
    assertThat(tables(first)).isEqualTo(tables(rehearsal));
    assertThat(first.accounted()).isTrue();
    assertThat(first.report().getBoolean("addsUp")).isTrue();
    assertThat(first.count("error")).isZero();
    assertThat(first.count("Patients", "created")).isEqualTo(SAMPLE.count(PATIENTS));
    assertThat(first.count("Ag_Rdv", "invalid")).isOne();
    assertThat(first.count("Ag_Rdv", "orphan")).isEqualTo(SAMPLE.orphans(AG_RDV) - 1);
    assertThat(registered()).isEqualTo(first.count("Patients", "created"));
    assertThat(appointments()).isEqualTo(first.count("Ag_Rdv", "created"));
    assertThat(owner.number("select count(*) from legacy.staged_row"))
        .isEqualTo(
            first.count("created")
                - first.count("Patients", "created")
                - first.count("Ag_Rdv", "created"));
  }

  @Test
  @Order(3)
  void addsUpAmountsAndDays() {
    for (var table : first.report().getJsonArray("tables").getValuesAs(JsonObject.class)) {
      for (var sum : table.getJsonArray("sums").getValuesAs(JsonObject.class)) {
        assertThat(sourceOf(sum)).as(table.getString("table") + " " + sum).isEqualTo(partsOf(sum));
      }
    }
    assertThat(
            first.table("Ag_Rdv").getJsonArray("sums").getValuesAs(JsonObject.class).stream()
                .filter(sum -> sum.getString("kind").equals("FIRST"))
                .map(sum -> sum.getString("source")))
        .containsExactly(
            SAMPLE.cells(AG_RDV).stream()
                .map(cells -> cells.get("daterdv"))
                .filter(java.util.Objects::nonNull)
                .map(day -> day.substring(0, 10))
                .min(String::compareTo)
                .orElseThrow());
  }

  @Test
  @Order(4)
  void readsOverTheWireWhatStandsInTheFolder() {
    var again = Migration.of(clinic, CAREVISION);
    assertThat(again.count("read")).isEqualTo(first.count("read"));
    assertThat(again.count("unchanged")).isEqualTo(first.count("created"));
    assertThat(again.count("created") + again.count("updated")).isZero();
    assertThat(again.count("orphan")).isEqualTo(first.count("orphan"));
    assertThat(registered()).isEqualTo(first.count("Patients", "created"));
    assertThat(appointments()).isEqualTo(first.count("Ag_Rdv", "created"));
  }

  @Test
  @Order(5)
  void keepsAccentsAndDoubledApostrophes() {
    var motifs = cells("motif").filter(motif -> motif.contains("d''acuité, œil")).count();
    assertThat(motifs).isPositive();
    assertThat(appointments("reason like 'Baisse d''''acuité, œil _'")).isEqualTo(motifs);
    assertThat(appointments("note = 'Vu à jeun ; \"à revoir\", si besoin'"))
        .isEqualTo(cells("note").count());
    var street =
        SAMPLE.cells(PATIENTS).stream()
            .filter(cells -> cells.getOrDefault("Adresse", "").contains("l''Enseignement"))
            .findFirst()
            .orElseThrow();
    var patient = clinic.as("receptionist").get("/patients/" + patient(street.get("CodePatient")));
    assertThat(patient.json().getJsonObject("address").getString("street"))
        .isEqualTo(street.get("Adresse"));
  }

  @Test
  @Order(6)
  void readsTheHoursOfKinshasa() {
    var first = appointment("1");
    assertThat(first).startsWith("2019-03-04 07:30:00|2019-03-04 07:50:00|t|COMPLETED|follow-up");
    var silent =
        taken().filter(cells -> !cells.containsKey("heurerdv")).map(c -> c.get("id")).toList();
    assertThat(silent).isNotEmpty();
    assertThat(silent)
        .allSatisfy(id -> assertThat(appointment(id)).contains(" 08:00:00|").contains("|f|"));
  }

  @Test
  @Order(7)
  void showsNoPlanOfThePastAsOneToCome() {
    assertThat(appointments("status in ('SCHEDULED', 'CONFIRMED') and starts_at < now()")).isZero();
    var open = List.of("PLANIFIE", "CONFIRME", "REPORTE", "");
    assertThat(appointments("status = 'COMPLETED_UNKNOWN'"))
        .isEqualTo(
            taken().filter(cells -> open.contains(cells.getOrDefault("status", ""))).count());
  }

  @Test
  @Order(8)
  void countsAndListsCodesThatNobodyKnows() {
    assertThat(
            owner.list(
                """
                select source_column || ' ' || code || ' ' || rows from legacy.unknown_code
                 where clinic_id = ? order by 1
                """,
                row -> row.getString(1),
                clinic.id()))
        .containsExactly(
            "status REPORTE " + taken().filter(c -> "REPORTE".equals(c.get("status"))).count(),
            "typerdv BILAN D''ETE "
                + taken().filter(c -> "bilan d''été".equals(c.get("typerdv"))).count());
  }

  @Test
  @Order(9)
  void putsAPlaceholderForEachPractitioner() {
    assertThat(
            owner.strings(
                "select name_key from medflow.practitioner_placeholder where clinic_id = ?"
                    + " order by 1",
                clinic.id()))
        .containsExactly("DEMONSTRATION", "EXEMPLE", "MME L ORTHOPTISTE", "MODELE");
    assertThat(appointments("placeholder is null"))
        .isEqualTo(taken().filter(cells -> !cells.containsKey("medecin")).count());
  }

  @Test
  @Order(10)
  void updatesOneRecordForOneChangedRow() {
    var key = SAMPLE.cells(PATIENTS).get(5).get("CodePatient");
    carevision
        .source()
        .update("update dbo.Patients set Ville = ? where CodePatient = ?", "Lubumbashi", key);
    var run = Migration.of(clinic, CAREVISION);
    assertThat(run.count("updated")).isOne();
    assertThat(run.count("Patients", "updated")).isOne();
    assertThat(run.count("created") + run.count("review")).isZero();
    assertThat(city(key)).isEqualTo("Lubumbashi");
    assertThat(Migration.of(clinic, CAREVISION).count("updated")).isZero();
  }

  @Test
  @Order(11)
  void overwritesNothingThatWasEditedHereSince() {
    var key = SAMPLE.cells(PATIENTS).get(9).get("CodePatient");
    var desk = clinic.as("receptionist");
    var path = "/patients/" + patient(key);
    var address = Json.createObjectBuilder().add("city", "Goma");
    var edit =
        desk.with("If-Match", desk.get(path).etag())
            .patch(path, Json.createObjectBuilder().add("address", address).build());
    assertThat(edit.status()).as(edit.toString()).isEqualTo(200);
    carevision
        .source()
        .update("update dbo.Patients set Ville = ? where CodePatient = ?", "Matadi", key);
    var run = Migration.of(clinic, CAREVISION);
    assertThat(run.count("updated")).isZero();
    assertThat(run.reasons()).containsEntry("REVIEW edited-here-since", 1L);
    assertThat(run.report().getBoolean("addsUp")).isTrue();
    assertThat(city(key)).isEqualTo("Goma");
  }

  @Test
  @Order(12)
  void linksAnOrphanWhenItsPatientArrives() throws IOException {
    var orphan = orphan();
    var key = orphan.get("numclient");
    var late = Settings.target().resolve("import/late");
    Files.createDirectories(late);
    Files.writeString(
        late.resolve("Patients.csv"),
        "CodePatient,Nom,Prenom,DateNaissance,Sexe\r\n%s,TARDIVE,Odile,1971-02-03T00:00,F\r\n"
            .formatted(key));
    var waiting =
        SAMPLE.cells(AG_RDV).stream().filter(cells -> key.equals(cells.get("numclient"))).count();
    var before = appointments();
    var run = Migration.of(clinic, "csv:" + late);
    assertThat(run.count("Patients", "created")).isOne();
    assertThat(appointments()).isEqualTo(before + waiting);
    assertThat(appointments("patient_id = '%s'".formatted(patient(key)))).isEqualTo(waiting);
    assertThat(
            owner.number(
                """
                select count(*) from legacy.import_row
                 where source_table = 'Ag_Rdv' and source_key = ? and outcome = 'ORPHAN'
                   and resolution = 'REPLAYED'
                """,
                orphan.get("id")))
        .isOne();
    carevision
        .source()
        .insert(
            "Patients",
            List.of("CodePatient", "Nom", "Prenom", "DateNaissance", "Sexe"),
            List.of(
                List.of(key, "TARDIVE", "Odile", LocalDate.of(1971, 2, 3).atStartOfDay(), "F")));
    var again = Migration.of(clinic, CAREVISION);
    assertThat(again.count("created") + again.count("updated")).isZero();
    assertThat(appointments()).isEqualTo(before + waiting);
  }

  @Test
  @Order(13)
  void goesOnBehindTheLastRowWhenTheLineBreaks() {
    carevision.source().dropConnectionAfterRows(450);
    var run = Migration.of(clinic, CAREVISION);
    assertThat(run.accounted()).isTrue();
    assertThat(run.report().getBoolean("addsUp")).isTrue();
    assertThat(run.count("created") + run.count("updated")).isZero();
    Report.line(
        "import: line to the source broken in a page -> %d rows read, none doubled",
        run.count("read"));
  }

  @Test
  @Order(14)
  void goesOnByItselfWhenTheSourceIsBack() throws InterruptedException {
    assumeTrue(Settings.longRound(), "lasts a minute: ./medflow faults import");
    carevision.source().pause(Duration.ofMillis(400));
    var run = Migration.begin(clinic, CAREVISION, false);
    carevision.source().refuse(true);
    carevision.source().pause(Duration.ZERO);
    Thread.sleep(20_000);
    assertThat(run.status()).isEqualTo("RUNNING");
    carevision.source().refuse(false);
    run.completed();
    assertThat(run.accounted()).isTrue();
    assertThat(run.report().getBoolean("addsUp")).isTrue();
    assertThat(run.count("created") + run.count("updated")).isZero();
  }

  private static String exports() {
    return "csv:" + folder;
  }

  private static Object tables(Migration run) {
    return run.report().getJsonArray("tables");
  }

  private static String sourceOf(JsonObject sum) {
    return plain(sum, sum.getString("source", null));
  }

  /** What taken and set aside make together. */
  private static String partsOf(JsonObject sum) {
    var taken = sum.getString("taken", null);
    var aside = sum.getString("aside", null);
    if (taken == null || aside == null) {
      return plain(sum, taken == null ? aside : taken);
    }
    return switch (sum.getString("kind")) {
      case "FIRST" -> taken.compareTo(aside) < 0 ? taken : aside;
      case "LAST" -> taken.compareTo(aside) > 0 ? taken : aside;
      default -> plain(sum, new BigDecimal(taken).add(new BigDecimal(aside)).toPlainString());
    };
  }

  private static String plain(JsonObject sum, String value) {
    return value == null || !sum.getString("kind").equals("SUM")
        ? value
        : new BigDecimal(value).stripTrailingZeros().toPlainString();
  }

  /** Appointments whose patient is among the patients. */
  private static java.util.stream.Stream<java.util.Map<String, String>> taken() {
    var known = SAMPLE.cells(PATIENTS).stream().map(cells -> cells.get("CodePatient")).toList();
    return SAMPLE.cells(AG_RDV).stream().filter(cells -> known.contains(cells.get("numclient")));
  }

  private static java.util.stream.Stream<String> cells(String column) {
    return taken().map(cells -> cells.get(column)).filter(java.util.Objects::nonNull);
  }

  private static java.util.Map<String, String> orphan() {
    var known = SAMPLE.cells(PATIENTS).stream().map(cells -> cells.get("CodePatient")).toList();
    return SAMPLE.cells(AG_RDV).stream()
        .filter(cells -> !known.contains(cells.get("numclient")) && cells.containsKey("daterdv"))
        .findFirst()
        .orElseThrow();
  }

  private static long registered() {
    return owner.number(
        "select count(*) from medflow.patient_clinic where clinic_id = ?", clinic.id());
  }

  private static long appointments() {
    return appointments("true");
  }

  private static long appointments(String which) {
    return owner.number(
        "select count(*) from medflow.appointment where clinic_id = ? and " + which, clinic.id());
  }

  private static UUID patient(String key) {
    return target("Patients", key);
  }

  private static UUID target(String table, String key) {
    return owner
        .list(
            "select target_id from legacy.legacy_mapping where source_table = ? and source_key = ?",
            row -> row.getObject(1, UUID.class),
            table,
            key)
        .get(0);
  }

  private static String city(String key) {
    return owner.strings("select city from medflow.patient where id = ?", patient(key)).get(0);
  }

  private static String appointment(String id) {
    return owner
        .strings(
            """
            select concat_ws('|', starts_at at time zone 'UTC', ends_at at time zone 'UTC',
                time_known, status, type) from medflow.appointment where id = ?
            """,
            target("Ag_Rdv", id))
        .get(0);
  }
}
