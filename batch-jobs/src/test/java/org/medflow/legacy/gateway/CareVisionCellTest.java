package org.medflow.legacy.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.medflow.legacy.entity.LegacyTable.AG_RDV;
import static org.medflow.legacy.entity.LegacyTable.CONSULTATION;
import static org.medflow.legacy.entity.LegacyTable.FACTURE;
import static org.medflow.legacy.entity.LegacyTable.MAQUETTES;
import static org.medflow.legacy.entity.LegacyTable.PHOTOS;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.SourceRow;

/** Native types as the real driver brings them. */
class CareVisionCellTest {

  private static final String RDV =
      "CREATE TABLE Ag_Rdv(id int PRIMARY KEY, numclient varchar(20), daterdv datetime, duree int,"
          + " rappel bit, note nvarchar(max), typerdv varchar(50))";
  private static final List<String> RDV_COLUMNS =
      List.of("id", "numclient", "daterdv", "duree", "rappel", "note", "typerdv");
  private static final String TEXTS =
      "CREATE TABLE Maquettes(id int PRIMARY KEY, nom nvarchar(200), contenu %s, type char(8))";

  private final CareVisionReading reading = new CareVisionReading();

  @AfterEach
  void stop() {
    reading.close();
  }

  @Test
  void writesNumbersBitsAndDatesPlainly() {
    reading.with(
        RDV,
        RDV_COLUMNS,
        List.of(
            List.of(7, "90001A01", time(8, 30, 0), 20, true, "Noël", "contrôle"),
            List.of(8, "90001A01", time(8, 30, 5), -1, false, "–", "œdème à l''œil €")));
    var rows = reading.rows(AG_RDV);
    assertThat(rows.get(0).cells())
        .isEqualTo(
            Map.of(
                "id",
                "7",
                "numclient",
                "90001A01",
                "daterdv",
                "2019-03-04T08:30",
                "duree",
                "20",
                "rappel",
                "1",
                "note",
                "Noël",
                "typerdv",
                "contrôle"));
    assertThat(rows.get(1).cells())
        .containsEntry("rappel", "0")
        .containsEntry("duree", "-1")
        .containsEntry("note", "–")
        .containsEntry("daterdv", "2019-03-04T08:30:05")
        .containsEntry("typerdv", "œdème à l''œil €");
  }

  @Test
  void leavesNullAndBlankOut() {
    reading.with(
        RDV, RDV_COLUMNS, List.of(Arrays.asList(1, "X", null, null, null, "  ", ""), nulls(2)));
    var rows = reading.rows(AG_RDV);
    assertThat(rows.get(0).cells()).isEqualTo(Map.of("id", "1", "numclient", "X"));
    assertThat(rows.get(1).cells()).isEqualTo(Map.of("id", "2"));
    assertThat(rows).extracting(SourceRow::problem).containsOnlyNulls();
  }

  @Test
  void readsTextDatesAsTheyStand() {
    reading.with(
        RDV.replace("daterdv datetime", "daterdv varchar(20)"),
        List.of("id", "numclient", "daterdv"),
        List.of(List.of(1, "X", "2018-02-30"), List.of(2, "X", "04/03/2019 08:30")));
    assertThat(reading.rows(AG_RDV))
        .extracting(row -> row.cell("daterdv"))
        .containsExactly("2018-02-30", "04/03/2019 08:30");
  }

  @Test
  void readsSmallDatesOfTheNewerTypeAndBigNumbers() {
    reading.with(
        "CREATE TABLE Photos(id bigint PRIMARY KEY, numclient varchar(20), datephoto datetime2(7),"
            + " taille bigint)",
        List.of("id", "numclient", "datephoto", "taille"),
        List.of(List.of(5_000_000_000L, "X", time(23, 59, 59), 9_876_543_210L)));
    assertThat(reading.rows(PHOTOS).get(0).cells())
        .containsEntry("id", "5000000000")
        .containsEntry("taille", "9876543210")
        .containsEntry("datephoto", "2019-03-04T23:59:59");
  }

  @Test
  void writesDecimalsWithoutNoise() {
    reading.with(
        "CREATE TABLE Facture(numfacture varchar(30) PRIMARY KEY, numclient varchar(20),"
            + " montant decimal(18,2), montantpaye decimal(18,2), resteapayer decimal(18,2))",
        List.of("numfacture", "numclient", "montant", "montantpaye", "resteapayer"),
        List.of(
            List.of("F-1", "X", number("60000.00"), number("-0.50"), number("0.00")),
            List.of("F-2", "X", number("9999999999999999.99"), number("19.50"), number("1"))));
    assertThat(reading.rows(FACTURE))
        .extracting(r -> r.cell("montant"), r -> r.cell("montantpaye"), r -> r.cell("resteapayer"))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("60000", "-0.5", "0"),
            org.assertj.core.groups.Tuple.tuple("9999999999999999.99", "19.5", "1"));
  }

  @Test
  void readsTheOldLongTextsInTheirCodePage() {
    var text = "Glaucome suspect, l''excavation 0,6 – œil droit\r\n".repeat(400);
    reading.with(
        "CREATE TABLE Consultation(Numconsultation varchar(30) PRIMARY KEY, numclient varchar(20),"
            + " REFRACTION text, LUNETTES ntext, Observation varchar(max))",
        List.of("Numconsultation", "numclient", "REFRACTION", "LUNETTES", "Observation"),
        List.of(
            List.of("C-1", "X", text, text + "Ω", text), Arrays.asList("C-2", "X", "", "b", null)));
    var rows = reading.rows(CONSULTATION);
    assertThat(rows.get(0).cells())
        .containsEntry("REFRACTION", text)
        .containsEntry("LUNETTES", text + "Ω")
        .containsEntry("Observation", text);
    assertThat(rows.get(1).cells()).containsOnlyKeys("Numconsultation", "numclient", "LUNETTES");
  }

  @Test
  void setsTextsAsideThatAreTooLong() {
    var longest = "é".repeat(CareVisionCell.LONGEST);
    for (var type : List.of("text", "varchar(max)", "nvarchar(max)")) {
      try (var own = new CareVisionReading()) {
        own.with(
            TEXTS.formatted(type),
            List.of("id", "nom", "contenu", "type"),
            List.of(
                List.of(1, "Un", longest, "CERT"),
                List.of(2, "Deux", longest + "x", "CERT"),
                List.of(3, "Trois", "court", "CERT")));
        var rows = own.rows(MAQUETTES);
        assertThat(rows)
            .extracting(SourceRow::problem)
            .containsExactly(null, "field-too-long", null);
        assertThat(rows.get(0).cell("contenu")).isEqualTo(longest);
        assertThat(rows.get(1).cells()).containsOnlyKeys("id", "nom", "type");
        assertThat(rows.get(2).cell("contenu")).isEqualTo("court");
      }
    }
  }

  @Test
  void setsTextsAsideThatHoldNothingnessInTheirMiddle() {
    reading.with(
        TEXTS.formatted("text"),
        List.of("id", "nom", "contenu"),
        List.of(List.of(1, "a\0b", "ok"), List.of(2, "Deux", "c\0d")));
    var rows = reading.rows(MAQUETTES);
    assertThat(rows).extracting(SourceRow::problem).containsOnly("nul-character");
    assertThat(rows.get(0).cells()).containsOnlyKeys("id", "contenu");
    assertThat(rows.get(1).cells()).containsOnlyKeys("id", "nom");
  }

  @Test
  void keepsThePaddingOfFixedWidth() {
    reading.with(
        TEXTS.formatted("text"), List.of("id", "nom", "type"), List.of(List.of(1, "Un", "CERT")));
    assertThat(reading.rows(LegacyTable.MAQUETTES).get(0).cell("type")).isEqualTo("CERT    ");
  }

  private static LocalDateTime time(int hour, int minute, int second) {
    return LocalDateTime.of(2019, 3, 4, hour, minute, second);
  }

  private static BigDecimal number(String digits) {
    return new BigDecimal(digits);
  }

  private static List<Object> nulls(int id) {
    return Arrays.asList(id, null, null, null, null, null, null);
  }
}
