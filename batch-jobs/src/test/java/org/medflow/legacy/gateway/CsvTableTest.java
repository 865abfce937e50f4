package org.medflow.legacy.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.LvColumn;
import org.medflow.legacy.entity.SourceRow;

class CsvTableTest {

  private static final String HEADER = "NumFiche,Noms,Postnom,Prenom,Sexe,Naissance,Avenue\n";

  @TempDir Path folder;

  @Test
  void readsRowsWithTheirLines() throws IOException {
    var rows = rows(HEADER + "1,A,B,C,F,1980,x\n\n2,D,E,F,M,1981,y\n");
    assertThat(rows).extracting(SourceRow::ordinal).containsExactly(2L, 4L);
    assertThat(rows.get(1).cell(LvColumn.AVENUE.header())).isEqualTo("y");
  }

  @Test
  void readsTheBrotherOfTheExportThatASpreadsheetWrote() throws IOException {
    var rows = rows("sep=;\r\nPrénom;Noms;Sexe;N° Fiche;Naissance;Bidon\r\nZoé;A;F;1;1980;q\r\n");
    assertThat(rows)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.cell(LvColumn.NUM_FICHE.header())).isEqualTo("1");
              assertThat(row.cell(LvColumn.PRENOM.header())).isEqualTo("Zoé");
              assertThat(row.cells()).hasSize(5);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
  void readsAccentsInEveryEncoding(String charset) throws IOException {
    var mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
    var rows = rows(mark + HEADER + "1,Ébène,,Hélène,F,1980,n° 3\n", Charset.forName(charset));
    assertThat(rows.get(0).cell(LvColumn.NOMS.header())).isEqualTo("Ébène");
    assertThat(rows.get(0).cell(LvColumn.PRENOM.header())).isEqualTo("Hélène");
  }

  @Test
  void passesOverTheByteOrderMark() throws IOException {
    assertThat(
            rows("\uFEFF" + HEADER + "1,A,,C,F,1980,\n").get(0).cell(LvColumn.NUM_FICHE.header()))
        .isEqualTo("1");
  }

  @Test
  void passesOverTheHeaderWhereItRecurs() throws IOException {
    assertThat(rows(HEADER + "1,A,,C,F,1980,\n" + HEADER + "2,B,,C,F,1980,\n"))
        .extracting(SourceRow::ordinal)
        .containsExactly(2L, 4L);
  }

  @Test
  void passesOverRowsOfSeparatorsOnly() throws IOException {
    assertThat(rows(HEADER + ",,,,,,\n , ,\t,,,,\n\u001A\n")).isEmpty();
  }

  @Test
  void keepsAQuotedCellOverSeveralLinesTogether() throws IOException {
    var rows = rows(HEADER + "1,A,,C,F,1980,\"Av. x\nn° 3, \"\"bis\"\"\"\n2,B,,C,F,1980,z\n");
    assertThat(rows.get(0).cell(LvColumn.AVENUE.header())).isEqualTo("Av. x\nn° 3, \"bis\"");
    assertThat(rows.get(1).ordinal()).isEqualTo(4);
  }

  @Test
  void losesNoRowBehindAQuoteThatNobodyClosed() throws IOException {
    var rows = rows(HEADER + "1,\"A,,C,F,1980,x\n2,B,,C,F,1980,y\n3,C,,C,F,1980,z\n");
    assertThat(rows)
        .extracting(row -> row.cell(LvColumn.NUM_FICHE.header()))
        .containsExactly("1", "2", "3");
    assertThat(rows.get(0).cell(LvColumn.NOMS.header())).isEqualTo("A");
  }

  @Test
  void losesNoRowBetweenTwoQuotesThatNobodyClosed() throws IOException {
    var rows = rows(HEADER + "1,\"A,,C,F,1980,x\n2,B,,C,F,1980,y\n3,\"C,,C,F,1980,z\n");
    assertThat(rows)
        .extracting(row -> row.cell(LvColumn.NUM_FICHE.header()))
        .containsExactly("1", "2", "3");
  }

  @Test
  void takesAQuoteInsideACellForALetter() throws IOException {
    var rows = rows(HEADER + "1,A \"dit\" B,,C,F,1980,5\" x\n2,B,,C,F,1980,y\n");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).cell(LvColumn.NOMS.header())).isEqualTo("A \"dit\" B");
  }

  @Test
  void doesNotTrustARowThatIsWiderThanTheHeader() throws IOException {
    var rows = rows(HEADER + "1,A,,C,F,1980,Av. x, n° 3\n2,B,,C,F,1980,y,,,\n");
    assertThat(rows).extracting(SourceRow::problem).containsExactly("too-many-columns", null);
  }

  @Test
  void readsARowThatEndsEarly() throws IOException {
    assertThat(rows(HEADER + "1,A,,C\n").get(0).cells()).hasSize(3);
  }

  @Test
  void namesTheColumnsThatAreMissing() throws IOException {
    try (var file =
        CsvTable.open(
            LegacyTable.LV_PATIENTS,
            written("NumFiche,Prenom,Avenue\n1,A,B\n", StandardCharsets.UTF_8))) {
      assertThat(file.missing())
          .containsExactly("LV_Patients.Noms", "LV_Patients.Sexe", "LV_Patients.Naissance");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "bonjour", "%PDF-1.4", "\"", "\u0000\u0001"})
  void missesEveryColumnInWhatIsNoExport(String content) throws IOException {
    try (var file =
        CsvTable.open(LegacyTable.LV_PATIENTS, written(content, StandardCharsets.UTF_8))) {
      assertThat(file.missing()).hasSize(5);
    }
  }

  @ParameterizedTest
  @CsvSource({"=1+1, formula-cell", "A\0B, nul-character"})
  void doesNotTrustACellThatNoRegistryWouldTake(String cell, String problem) throws IOException {
    var rows = rows(HEADER + "1," + cell + ",,C,F,1980,x\n2,B,,C,F,1980,y\n");
    assertThat(rows).extracting(SourceRow::problem).containsExactly(problem, null);
  }

  @Test
  void keepsTheBeginningOfACellThatIsABook() throws IOException {
    var rows = rows(HEADER + "1,A,,C,F,1980," + "x".repeat(10_000_000) + "\n2,B,,C,F,1980,y\n");
    assertThat(rows).extracting(SourceRow::problem).containsExactly("field-too-long", null);
    assertThat(rows.get(0).cell("Avenue")).hasSizeLessThan(300);
  }

  @Test
  void readsEveryTableOfCareVision() throws IOException {
    var path = folder.resolve("Ag_Rdv.csv");
    Files.writeString(path, "id;NumClient;DATERDV;duree\n7;90001A01;2019-03-04 08:30:00;20\n");
    try (var file = CsvTable.open(LegacyTable.AG_RDV, path)) {
      assertThat(file.missing()).isEmpty();
      assertThat(file.next().orElseThrow().cells())
          .isEqualTo(
              Map.of(
                  "id",
                  "7",
                  "numclient",
                  "90001A01",
                  "daterdv",
                  "2019-03-04 08:30:00",
                  "duree",
                  "20"));
    }
  }

  @Test
  void countsWhatItReads() throws IOException {
    try (var file =
        CsvTable.open(
            LegacyTable.LV_PATIENTS,
            written(HEADER + "1,A\n" + HEADER + "\n2,B\n", StandardCharsets.UTF_8))) {
      assertThat(file.count()).isEqualTo(2);
    }
  }

  /** Seeded damage: whatever stands in the file, reading ends and lines only ever grow. */
  @Test
  void readsMutatedFilesToTheirEnd() throws IOException {
    var random = new Random(20261124);
    var good = (HEADER + "1,A,B,C,F,1980,\"x\ny\"\n2,D,E,F,M,1981,z\n").repeat(3);
    for (int i = 0; i < 2_000; i++) {
      var bytes = good.getBytes(StandardCharsets.UTF_8);
      for (int n = 0; n < 6; n++) {
        bytes[HEADER.length() + random.nextInt(bytes.length - HEADER.length())] =
            "\",;\n\r\0\u007FéA".getBytes(StandardCharsets.UTF_8)[random.nextInt(9)];
      }
      var path = Files.write(folder.resolve("mutated.csv"), bytes);
      assertThat(read(path)).extracting(SourceRow::ordinal).isSorted().doesNotHaveDuplicates();
    }
  }

  private List<SourceRow> rows(String content) throws IOException {
    return rows(content, StandardCharsets.UTF_8);
  }

  private List<SourceRow> rows(String content, Charset charset) throws IOException {
    return read(written(content, charset));
  }

  private Path written(String content, Charset charset) throws IOException {
    return Files.write(folder.resolve("LV_Patients.csv"), content.getBytes(charset));
  }

  private static List<SourceRow> read(Path path) throws IOException {
    var rows = new ArrayList<SourceRow>();
    try (var file = CsvTable.open(LegacyTable.LV_PATIENTS, path)) {
      for (var row = file.next(); row.isPresent(); row = file.next()) {
        rows.add(row.get());
      }
    }
    return rows;
  }
}
