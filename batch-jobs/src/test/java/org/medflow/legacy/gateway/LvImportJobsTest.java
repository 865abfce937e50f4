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
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.legacy.batch.LvFile;
import org.medflow.platform.error.FieldError;
import org.medflow.platform.error.Invalid;

class LvImportJobsTest {

  private static final String HEADER = "NumFiche,Noms,Prenom,Sexe,Naissance\n";

  private final LvImportJobs jobs = new LvImportJobs();

  @TempDir Path folder;

  @Test
  void findsTheExportInItsFolder() throws IOException {
    var path = Files.writeString(folder.resolve("lv_patients.CSV"), HEADER).toRealPath();
    var found = jobs.inspect("csv:" + folder);
    assertThat(found.path()).isEqualTo(path.toString());
    assertThat(found.hash()).isEqualTo(LvFile.hash(path));
    assertThat(found.system()).isEqualTo("lv");
  }

  @Test
  void takesTheFileItself() throws IOException {
    var path = Files.writeString(folder.resolve("other.csv"), HEADER).toRealPath();
    assertThat(jobs.inspect("csv:" + path).path()).isEqualTo(path.toString());
  }

  @Test
  void namesEveryColumnThatIsMissing() throws IOException {
    Files.writeString(folder.resolve("LV_Patients.csv"), "NumFiche,Sexe,Avenue\n1,F,x\n");
    assertThatThrownBy(() -> jobs.inspect("csv:" + folder))
        .asInstanceOf(InstanceOfAssertFactories.type(Invalid.class))
        .satisfies(
            refused ->
                assertThat(refused.fields())
                    .containsExactly(
                        new FieldError("Noms", "column-missing"),
                        new FieldError("Prenom", "column-missing"),
                        new FieldError("Naissance", "column-missing")));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "csv:",
        "csv:relative",
        "csv:/no/such/folder",
        "sql:lv",
        "/tmp",
        "csv:/\u0000"
      })
  void refusesASourceThatItCannotRead(String source) {
    refused(source);
  }

  @Test
  void refusesAFolderWithoutTheExport() {
    refused("csv:" + folder);
  }

  private void refused(String source) {
    assertThatThrownBy(() -> jobs.inspect(source))
        .asInstanceOf(InstanceOfAssertFactories.type(Invalid.class))
        .satisfies(
            refused ->
                assertThat(refused.fields())
                    .containsExactly(new FieldError("source", "unknown-source")));
  }
}
