package org.medflow.legacy.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.platform.error.FieldError;
import org.medflow.platform.error.Invalid;

class CsvSourcesTest {

  private static final String HEADER = "NumFiche,Noms,Prenom,Sexe,Naissance\n";

  private final CsvSources sources = new CsvSources();

  @TempDir Path folder;

  @Test
  void findsTheExportInItsFolder() throws IOException {
    Files.writeString(folder.resolve("lv_patients.CSV"), HEADER);
    assertThat(tables())
        .extracting(found -> found.table())
        .containsExactly(LegacyTable.LV_PATIENTS);
  }

  @Test
  void takesTheFileItself() throws IOException {
    var path = Files.writeString(folder.resolve("LV_Patients.csv"), HEADER + "1,A,B,F,1980\n");
    try (var source = sources.open("csv:" + path)) {
      assertThat(source.tables()).singleElement().satisfies(t -> assertThat(t.rows()).isOne());
    }
  }

  @Test
  void bringsPatientsBeforeWhatBelongsToThem() throws IOException {
    Files.writeString(folder.resolve("Ag_Rdv.csv"), "id,numclient,daterdv\n");
    Files.writeString(folder.resolve("Facture.csv"), "numfacture,numclient\n");
    Files.writeString(folder.resolve("Patients.csv"), "CodePatient,Nom\n");
    Files.writeString(folder.resolve("notes.txt"), "nothing");
    assertThat(tables())
        .extracting(found -> found.table())
        .containsExactly(LegacyTable.PATIENTS, LegacyTable.AG_RDV, LegacyTable.FACTURE);
  }

  @Test
  void namesEveryColumnThatIsMissing() throws IOException {
    Files.writeString(folder.resolve("LV_Patients.csv"), "NumFiche,Sexe,Avenue\n1,F,x\n");
    assertThat(tables())
        .singleElement()
        .satisfies(
            found ->
                assertThat(found.missing())
                    .containsExactly(
                        "LV_Patients.Noms", "LV_Patients.Prenom", "LV_Patients.Naissance"));
  }

  @Test
  void goesOnBehindALine() throws IOException {
    Files.writeString(folder.resolve("LV_Patients.csv"), HEADER + "1,A,B,F,1\n2,C,D,F,2\n");
    try (var source = sources.open("csv:" + folder);
        var rows = source.read(LegacyTable.LV_PATIENTS, "2", 2)) {
      assertThat(rows.next()).get().extracting(row -> row.cell("NumFiche")).isEqualTo("2");
      assertThat(rows.next()).isEmpty();
    }
  }

  @Test
  void knowsAFolderThatChanged() throws IOException {
    var path = Files.writeString(folder.resolve("LV_Patients.csv"), HEADER);
    var before = fingerprint();
    assertThat(fingerprint()).isEqualTo(before);
    Files.writeString(path, HEADER + "1,A,B,F,1980\n");
    assertThat(fingerprint()).isNotEqualTo(before);
  }

  @Test
  void readsTheSampleInTheRepository() {
    try (var source = sources.open("csv:" + Path.of("samples/lv").toAbsolutePath())) {
      assertThat(source.tables())
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.rows()).isEqualTo(2_000);
                assertThat(found.missing()).isEmpty();
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv:", "csv:relative", "csv:/no/such/folder", "csv:/\u0000"})
  void refusesASourceThatItCannotRead(String source) {
    refused(source);
  }

  @Test
  void refusesAFolderWithoutAnExport() {
    refused("csv:" + folder);
  }

  private void refused(String source) {
    assertThatThrownBy(() -> sources.open(source))
        .asInstanceOf(InstanceOfAssertFactories.type(Invalid.class))
        .satisfies(
            refused ->
                assertThat(refused.fields())
                    .containsExactly(new FieldError("source", "unknown-source")));
  }

  private java.util.List<org.medflow.legacy.boundary.LegacySource.SourceTable> tables() {
    try (var source = sources.open("csv:" + folder)) {
      return source.tables();
    }
  }

  private byte[] fingerprint() {
    try (var source = sources.open("csv:" + folder)) {
      return source.fingerprint();
    }
  }
}
