package org.medflow.legacy.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.medflow.legacy.entity.LegacyTable.AG_RDV;
import static org.medflow.legacy.entity.LegacyTable.MAQUETTES;
import static org.medflow.legacy.entity.LegacyTable.PATIENTS;
import static org.medflow.legacy.entity.LegacyTable.PHOTOS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medflow.legacy.boundary.LegacySource.SourceTable;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.tds.CareVisionSample;
import org.medflow.platform.error.FieldError;
import org.medflow.platform.error.Invalid;

/**
 * Which tables and columns are found, under which names, and what is said of those that are not.
 */
class CareVisionCatalogTest {

  private final CareVisionReading reading = new CareVisionReading();

  @AfterEach
  void stop() {
    reading.close();
  }

  @Test
  void findsTheWholeReferenceSchemaInTheOrderOfLoading() {
    CareVisionSample.of(1, new CareVisionSample.Size(5, 5, 5)).fill(reading.server);
    try (var source = reading.source()) {
      assertThat(source.tables()).extracting(SourceTable::table).isEqualTo(carevision());
      assertThat(source.tables()).allSatisfy(table -> assertThat(table.missing()).isEmpty());
    }
  }

  @Test
  void namesWhatIsMissingAndLeavesOutWhatIsNotThere() {
    reading.server.table("CREATE TABLE AG_RDV(ID int PRIMARY KEY, DateRdv datetime, autre int)");
    reading.server.table("CREATE TABLE patients(codepatient varchar(20) PRIMARY KEY, nom ntext)");
    try (var source = reading.source()) {
      assertThat(source.tables())
          .containsExactly(
              new SourceTable(PATIENTS, 0, List.of()),
              new SourceTable(AG_RDV, 0, List.of("AG_RDV.numclient")));
      assertThatThrownBy(() -> source.read(AG_RDV, null, 0))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void selectsOnlyColumnsThatAreThere() {
    reading.with(
        "CREATE TABLE PATIENTS(CODEPATIENT varchar(20) PRIMARY KEY, NOM nvarchar(20), x int)",
        List.of("CODEPATIENT", "NOM"),
        List.of(List.of("90001A01", "TESTEUR")));
    assertThat(reading.rows(PATIENTS).get(0).cells())
        .isEqualTo(Map.of("CodePatient", "90001A01", "Nom", "TESTEUR"));
    assertThat(reading.server.statements())
        .contains(
            "SELECT TOP (2000) WITH TIES [CODEPATIENT], [NOM] FROM [dbo].[PATIENTS]"
                + " ORDER BY [CODEPATIENT]");
  }

  @Test
  void fallsBackToTheOtherNameOfTheTemplates() {
    reading.with(
        "CREATE TABLE Makete(id int PRIMARY KEY, nom nvarchar(20))",
        List.of("id", "nom"),
        List.of(List.of(1, "Repos")));
    try (var source =
        CareVisionSource.open(
            settings(), CareVisionMapping.load(Optional.empty()), reading.patience)) {
      assertThat(source.tables()).containsExactly(new SourceTable(MAQUETTES, 1, List.of()));
    }
  }

  @Test
  void readsUnderTheNamesOfTheMappingAndGivesOurs() {
    reading.server.table("CREATE TABLE archive.Clients(NumClient varchar(20), NomClient text)");
    reading.server.table("CREATE TABLE Clients(NumClient varchar(20) PRIMARY KEY, Nom2 text)");
    reading.server.insert(
        "Clients", List.of("NumClient", "Nom2"), List.of(List.of("90001A01", "TESTEUR")));
    var names =
        Map.of(
            "Patients.table", "T_Patients, clients",
            "Patients.column.CodePatient", "numclient",
            "Patients.column.Nom", "NomClient, Nom2");
    try (var source = reading.source(names)) {
      assertThat(CareVisionReading.all(source, PATIENTS, null, 0).get(0).cells())
          .isEqualTo(Map.of("CodePatient", "90001A01", "Nom", "TESTEUR"));
    }
    var archived = new java.util.HashMap<>(names);
    archived.put("Patients.schema", "Archive");
    try (var source = reading.source(archived)) {
      assertThat(source.tables()).containsExactly(new SourceTable(PATIENTS, 0, List.of()));
    }
  }

  @Test
  void saysUnderTheSourcesNamesWhatIsMissing() {
    reading.server.table("CREATE TABLE Clients(Autre varchar(20), nom nvarchar(10))");
    try (var source =
        reading.source(
            Map.of("Patients.table", "CLIENTS", "Patients.column.CodePatient", "NumClient"))) {
      assertThat(source.tables().get(0).missing()).containsExactly("Clients.NumClient");
    }
  }

  @Test
  void cannotPageByALongTextAndSaysSo() {
    reading.server.table("CREATE TABLE Patients(CodePatient text, Nom nvarchar(10))");
    reading.server.table("CREATE TABLE Photos(id nvarchar(max), numclient varchar(20))");
    try (var source = reading.source()) {
      assertThat(source.tables())
          .containsExactly(
              new SourceTable(PATIENTS, 0, List.of("Patients.CodePatient (text)")),
              new SourceTable(PHOTOS, 0, List.of("Photos.id (nvarchar)")));
    }
  }

  @Test
  void quotesNamesThatHoldBrackets() {
    assertThat(CareVisionTable.quoted("a]b")).isEqualTo("[a]]b]");
    assertThat(CareVisionTable.quoted("x] ; DROP TABLE y --")).isEqualTo("[x]] ; DROP TABLE y --]");
  }

  @Test
  void refusesAMappingThatNamesWhatNobodyKnows() {
    var names = new Properties();
    names.setProperty("Patient.table", "x");
    names.setProperty("Patients.column.Nome", "y");
    names.setProperty("LV_Patients.table", "z");
    assertThatThrownBy(() -> CareVisionMapping.of(names))
        .isInstanceOfSatisfying(
            Invalid.class,
            refused ->
                assertThat(refused.fields())
                    .containsExactly(
                        new FieldError("LV_Patients.table", "mapping-unknown"),
                        new FieldError("Patient.table", "mapping-unknown"),
                        new FieldError("Patients.column.Nome", "mapping-unknown")));
  }

  @Test
  void readsAMappingFileAndRefusesOneThatIsNone(@TempDir Path folder) throws IOException {
    var file = folder.resolve("names.properties");
    Files.writeString(file, "Patients.column.Prenom=Prénom\n");
    assertThat(
            CareVisionMapping.load(Optional.of(file.toString()))
                .names(PATIENTS, PATIENTS.column("Prenom").orElseThrow()))
        .containsExactly("Prénom");
    Files.write(file, new byte[] {(byte) 0xE9, '=', 'x'});
    for (var bad : List.of(file, folder.resolve("none"), folder)) {
      assertThatThrownBy(() -> CareVisionMapping.load(Optional.of(bad.toString())))
          .isInstanceOfSatisfying(
              Invalid.class,
              refused ->
                  assertThat(refused.fields())
                      .contains(new FieldError("CAREVISION_MAPPING", "mapping-unreadable")));
    }
  }

  private CareVisionSettings settings() {
    var values = CareVisionReading.settings(reading.server);
    return CareVisionSettings.of(name -> Optional.ofNullable(values.get(name)));
  }

  private static List<LegacyTable> carevision() {
    return LegacyTable.ofSystem("carevision");
  }
}
