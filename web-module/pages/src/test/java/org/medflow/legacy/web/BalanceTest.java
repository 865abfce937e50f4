package org.medflow.legacy.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medflow.legacy.boundary.ImportReport;
import org.medflow.legacy.boundary.ImportReport.Signature;
import org.medflow.legacy.boundary.ImportReport.Sum;
import org.medflow.legacy.boundary.ImportReport.Table;

/** Reports that add up and reports that only say so. */
class BalanceTest {

  private static final UUID RUN = new UUID(2, 2);

  @Test
  void findsRowsWithoutAnOutcome() {
    assertThat(Balance.gap(table(28, List.of()))).isZero();
    assertThat(Balance.gap(table(30, List.of()))).isEqualTo(2);
    assertThat(Balance.gap(table(27, List.of()))).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({
    "SUM, 60000.00, 40000, 20000.0, true",
    "SUM, 60000, 40000, 19999.99, false",
    "SUM, 0, , , true",
    "FIRST, 2018-01-02, 2018-01-02, 2019-05-01, true",
    "FIRST, 2018-01-02, 2018-03-04, 2018-01-02, true",
    "FIRST, 2018-01-02, 2018-03-04, , false",
    "LAST, 2019-05-01, 2018-01-02, 2019-05-01, true",
    "LAST, 2019-05-02, 2018-01-02, 2019-05-01, false",
    "LAST, , , , true"
  })
  void comparesASumOrAnEndWithBothSides(
      String kind, String source, String taken, String aside, boolean holds) {
    assertThat(Balance.holds(new Sum("montant", kind, source, taken, aside))).isEqualTo(holds);
  }

  @Test
  void believesNoReportOnItsWordAlone() {
    var wrong = new Sum("montant", "SUM", "2", "1", "0");
    assertThat(Balance.holds(report(true, table(28, List.of())))).isTrue();
    assertThat(Balance.holds(report(true, table(29, List.of())))).isFalse();
    assertThat(Balance.holds(report(true, table(28, List.of(wrong))))).isFalse();
    assertThat(Balance.holds(report(false, table(28, List.of())))).isFalse();
  }

  @Test
  void keepsAReportAsTheApiGivesIt() {
    var sum = new Sum("montant", "SUM", "2", "2", null);
    var json = read(ReportJson.of(report(true, table(28, List.of(sum)))));
    assertThat(json.getString("run")).isEqualTo(RUN.toString());
    assertThat(json.getBoolean("addsUp")).isTrue();
    assertThat(json.isNull("signature")).isTrue();
    var table = json.getJsonArray("tables").getJsonObject(0);
    assertThat(table.getInt("read")).isEqualTo(28);
    assertThat(table.getInt("created")).isEqualTo(1);
    assertThat(table.getInt("error")).isEqualTo(7);
    assertThat(table.getJsonArray("sums").getJsonObject(0).isNull("aside")).isTrue();
  }

  @Test
  void keepsTheSealBesideTheNumbers() {
    var sealed =
        new ImportReport(
            RUN, "csv:/lv", false, true, List.of(), new Signature("ES256", "key", "seal", "text"));
    var seal = read(ReportJson.of(sealed)).getJsonObject("signature");
    assertThat(seal.getString("value")).isEqualTo("seal");
    assertThat(seal.getString("text")).isEqualTo("text");
  }

  private static jakarta.json.JsonObject read(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }

  private static ImportReport report(boolean addsUp, Table table) {
    return new ImportReport(RUN, "csv:/lv", false, addsUp, List.of(table), null);
  }

  private static Table table(long read, List<Sum> sums) {
    return new Table("LV_Patients", "patient", read, 1, 2, 3, 4, 5, 6, 7, sums);
  }
}
