package org.medflow.legacy.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.legacy.boundary.LegacyPatientRow;
import org.medflow.legacy.entity.LvColumn;

class LvFileTest {

  private static final String HEADER = "NumFiche,Noms,Postnom,Prenom,Sexe,Naissance,Avenue\n";

  @TempDir Path folder;

  @Test
  void readsRowsWithTheirLines() throws IOException {
    var rows = rows(HEADER + "1,A,B,C,F,1980,x\n\n2,D,E,F,M,1981,y\n");
    assertThat(rows).extracting(LegacyPatientRow::line).containsExactly(2L, 4L);
    assertThat(rows.get(1).cell(LvColumn.AVENUE)).isEqualTo("y");
  }

  @Test
  void readsTheBrotherOfTheExportThatASpreadsheetWrote() throws IOException {
    var rows = rows("sep=;\r\nPrénom;Noms;Sexe;N° Fiche;Naissance;Bidon\r\nZoé;A;F;1;1980;q\r\n");
    assertThat(rows)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.cell(LvColumn.NUM_FICHE)).isEqualTo("1");
              assertThat(row.cell(LvColumn.PRENOM)).isEqualTo("Zoé");
              assertThat(row.cells()).hasSize(5);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
  void readsAccentsInEveryEncoding(String charset) throws IOException {
    var mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
    var rows = rows(mark + HEADER + "1,Ébène,,Hélène,F,1980,n° 3\n", Charset.forName(charset));
    assertThat(rows.get(0).cell(LvColumn.NOMS)).isEqualTo("Ébène");
    assertThat(rows.get(0).cell(LvColumn.PRENOM)).isEqualTo("Hélène");
  }

  @Test
  void passesOverTheByteOrderMark() throws IOException {
    assertThat(rows("\uFEFF" + HEADER + "1,A,,C,F,1980,\n").get(0).cell(LvColumn.NUM_FICHE))
        .isEqualTo("1");
  }

  @Test
  void passesOverTheHeaderWhereItRecurs() throws IOException {
    assertThat(rows(HEADER + "1,A,,C,F,1980,\n" + HEADER + "2,B,,C,F,1980,\n"))
        .extracting(LegacyPatientRow::line)
        .containsExactly(2L, 4L);
  }

  @Test
  void passesOverRowsOfSeparatorsOnly() throws IOException {
    assertThat(rows(HEADER + ",,,,,,\n , ,\t,,,,\n\u001A\n")).isEmpty();
  }

  @Test
  void keepsAQuotedCellOverSeveralLinesTogether() throws IOException {
    var rows = rows(HEADER + "1,A,,C,F,1980,\"Av. x\nn° 3, \"\"bis\"\"\"\n2,B,,C,F,1980,z\n");
    assertThat(rows.get(0).cell(LvColumn.AVENUE)).isEqualTo("Av. x\nn° 3, \"bis\"");
    assertThat(rows.get(1).line()).isEqualTo(4);
  }

  @Test
  void losesNoRowBehindAQuoteThatNobodyClosed() throws IOException {
    var rows = rows(HEADER + "1,\"A,,C,F,1980,x\n2,B,,C,F,1980,y\n3,C,,C,F,1980,z\n");
    assertThat(rows).extracting(row -> row.cell(LvColumn.NUM_FICHE)).containsExactly("1", "2", "3");
    assertThat(rows.get(0).cell(LvColumn.NOMS)).isEqualTo("A");
  }

  @Test
  void losesNoRowBetweenTwoQuotesThatNobodyClosed() throws IOException {
    var rows = rows(HEADER + "1,\"A,,C,F,1980,x\n2,B,,C,F,1980,y\n3,\"C,,C,F,1980,z\n");
    assertThat(rows).extracting(row -> row.cell(LvColumn.NUM_FICHE)).containsExactly("1", "2", "3");
  }

  @Test
  void takesAQuoteInsideACellForALetter() throws IOException {
    var rows = rows(HEADER + "1,A \"dit\" B,,C,F,1980,5\" x\n2,B,,C,F,1980,y\n");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).cell(LvColumn.NOMS)).isEqualTo("A \"dit\" B");
  }

  @Test
  void doesNotTrustARowThatIsWiderThanTheHeader() throws IOException {
    var rows = rows(HEADER + "1,A,,C,F,1980,Av. x, n° 3\n2,B,,C,F,1980,y,,,\n");
    assertThat(rows)
        .extracting(LegacyPatientRow::problem)
        .containsExactly("too-many-columns", null);
  }

  @Test
  void readsARowThatEndsEarly() throws IOException {
    assertThat(rows(HEADER + "1,A,,C\n").get(0).cells()).hasSize(3);
  }

  @Test
  void namesTheColumnsThatAreMissing() throws IOException {
    try (var file =
        LvFile.open(written("NumFiche,Prenom,Avenue\n1,A,B\n", StandardCharsets.UTF_8))) {
      assertThat(file.missing()).containsExactly(LvColumn.NOMS, LvColumn.SEXE, LvColumn.NAISSANCE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "bonjour", "%PDF-1.4", "\"", "\u0000\u0001"})
  void missesEveryColumnInWhatIsNoExport(String content) throws IOException {
    try (var file = LvFile.open(written(content, StandardCharsets.UTF_8))) {
      assertThat(file.missing()).hasSize(5);
    }
  }

  @Test
  void countsWhatItReads() throws IOException {
    try (var file =
        LvFile.open(written(HEADER + "1,A\n" + HEADER + "\n2,B\n", StandardCharsets.UTF_8))) {
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
      assertThat(read(path)).extracting(LegacyPatientRow::line).isSorted().doesNotHaveDuplicates();
    }
  }

  private List<LegacyPatientRow> rows(String content) throws IOException {
    return rows(content, StandardCharsets.UTF_8);
  }

  private List<LegacyPatientRow> rows(String content, Charset charset) throws IOException {
    return read(written(content, charset));
  }

  private Path written(String content, Charset charset) throws IOException {
    return Files.write(folder.resolve("LV_Patients.csv"), content.getBytes(charset));
  }

  private static List<LegacyPatientRow> read(Path path) throws IOException {
    var rows = new ArrayList<LegacyPatientRow>();
    try (var file = LvFile.open(path)) {
      for (var record = file.next(); record.isPresent(); record = file.next()) {
        file.row(record.get()).ifPresent(rows::add);
      }
    }
    return rows;
  }
}
