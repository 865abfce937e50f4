package org.medflow.legacy.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.SourceRow;

class TotalsTest {

  private static final LegacyTable TABLE = LegacyTable.FACTURE;

  @Test
  void addsUpAmountsAndKeepsTheFirstAndTheLastDay() {
    var totals = of(row("100,50", "2019-03-04"), row("1 000", "01/02/2018"), row(null, null));
    assertThat(totals.sum("montant")).contains(new BigDecimal("1100.50"));
    assertThat(totals.first("datefacture")).contains(LocalDate.of(2018, 2, 1));
    assertThat(totals.last("datefacture")).contains(LocalDate.of(2019, 3, 4));
    assertThat(totals.sum("montantpaye")).isEmpty();
  }

  @Test
  void passesOverWhatCannotBeRead() {
    var totals = of(row("beaucoup", "2018-02-30"), row("5", "1900-01-01"));
    assertThat(totals.sum("montant")).contains(new BigDecimal("5"));
    assertThat(totals.first("datefacture")).isEmpty();
  }

  @Test
  void isTheSameWhetherAddedInOneGoOrInParts() {
    var whole = of(row("1.5", "2019-01-01"), row("2", "2020-01-01"), row("-3", "2018-01-01"));
    var parts = of(row("1.50", "2019-01-01"), row("2.0", "2020-01-01"));
    assertThat(parts.agrees(whole)).isFalse();
    parts.add(of(row("-3", "2018-01-01")));
    assertThat(parts.agrees(whole)).isTrue();
  }

  @Test
  void seesThatARowIsMissing() {
    assertThat(of(row("1", "2019-01-01")).agrees(new Totals())).isFalse();
    assertThat(of(row("1", null)).agrees(of(row("2", null)))).isFalse();
    assertThat(of(row(null, "2019-01-01")).agrees(of(row(null, "2019-01-02")))).isFalse();
  }

  @Test
  void comesBackFromItsText() {
    var totals = of(row("10.25", "2019-03-04"), row("-3", "2021-12-31"));
    assertThat(Totals.parse(totals.json())).isEqualTo(totals);
    assertThat(Totals.parse("{}")).isEqualTo(new Totals());
    assertThat(Totals.parse(null)).isEqualTo(new Totals());
  }

  private static Totals of(SourceRow... rows) {
    var totals = new Totals();
    for (var row : rows) {
      totals.add(TABLE, row);
    }
    return totals;
  }

  private static SourceRow row(String amount, String day) {
    Map<String, String> cells = new HashMap<>();
    cells.put("numfacture", "F-1");
    if (amount != null) {
      cells.put("montant", amount);
    }
    if (day != null) {
      cells.put("datefacture", day);
    }
    return new SourceRow(1, "1", null, cells);
  }
}
