package org.medflow.legacy.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.medflow.legacy.entity.LegacyTable.AG_RDV;
import static org.medflow.legacy.entity.LegacyTable.COMMANDE;
import static org.medflow.legacy.entity.LegacyTable.MAQUETTES;
import static org.medflow.legacy.entity.LegacyTable.PATIENTS;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.legacy.boundary.LegacySource;
import org.medflow.legacy.entity.SourceRow;
import org.medflow.legacy.tds.CareVisionSample;

/** Paging: every row once, in the order of the server, from any mark on. */
class CareVisionRowsTest {

  private static final String ORDERS =
      "CREATE TABLE Commande(numcommande varchar(30)%s, numclient varchar(20), etat varchar(20))";
  private static final List<String> ORDER_COLUMNS = List.of("numcommande", "numclient", "etat");

  private static final LocalDateTime CROWDED = LocalDateTime.of(2019, 6, 17, 0, 0);

  private final CareVisionReading reading = new CareVisionReading();

  @AfterEach
  void stop() {
    reading.close();
  }

  @Test
  void readsTheWholeSampleAsItWasMade() {
    var sample = CareVisionSample.of(7, new CareVisionSample.Size(300, 5_000, 60));
    sample.fill(reading.server);
    try (var source = reading.source()) {
      for (var found : source.tables()) {
        var rows = CareVisionReading.all(source, found.table(), null, 0);
        assertThat(found.rows()).as(found.table().title()).isEqualTo(rows.size());
        assertThat(rows.stream().<Map<String, String>>map(SourceRow::cells))
            .containsExactlyInAnyOrderElementsOf(sample.cells(found.table()));
        assertThat(rows).extracting(SourceRow::problem).containsOnlyNulls();
        assertThat(rows.stream().map(SourceRow::ordinal))
            .isEqualTo(IntStream.rangeClosed(1, rows.size()).mapToObj(i -> (long) i).toList());
      }
    }
  }

  @Test
  void losesAndRepeatsNothingOverPagesOfOneDate() {
    var rows = new ArrayList<List<Object>>();
    for (int i = 0; i < 6_001; i++) {
      rows.add(List.of(3 * i, "X", CROWDED));
    }
    reading.with(
        "CREATE TABLE Ag_Rdv(id int PRIMARY KEY, numclient varchar(20), daterdv datetime)",
        List.of("id", "numclient", "daterdv"),
        rows);
    assertThat(reading.rows(AG_RDV))
        .extracting(row -> Integer.parseInt(row.mark()))
        .isEqualTo(IntStream.range(0, 6_001).mapToObj(i -> 3 * i).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1_999, 2_000, 2_001, 4_000})
  void endsWhereThePageEnds(int count) {
    reading.with(ORDERS.formatted(" PRIMARY KEY"), ORDER_COLUMNS, orders(count));
    var rows = reading.rows(COMMANDE);
    assertThat(new HashSet<>(rows.stream().map(SourceRow::mark).toList())).hasSize(count);
    assertThat(rows).hasSize(count);
  }

  @Test
  void goesOnBehindAnyMark() {
    reading.with(ORDERS.formatted(" PRIMARY KEY"), ORDER_COLUMNS, orders(2_500));
    try (var source = reading.source()) {
      var all = CareVisionReading.all(source, COMMANDE, null, 0);
      for (int from : List.of(0, 1_999, 2_000, 2_499)) {
        var last = all.get(from);
        assertThat(CareVisionReading.all(source, COMMANDE, last.mark(), last.ordinal()))
            .isEqualTo(all.subList(from + 1, all.size()));
      }
    }
  }

  @Test
  void leavesTheOrderOfKeysToTheServer() {
    var keys = List.of("Zoé", "a1", "A2", "é1", "E0", "f", "-a3", "B 1", "b2", "", "œil");
    reading.with(
        ORDERS.formatted(" PRIMARY KEY"),
        ORDER_COLUMNS,
        keys.stream().map(key -> List.<Object>of(key, "X", "")).toList());
    try (var source = reading.source()) {
      var all = CareVisionReading.all(source, COMMANDE, null, 0);
      var order = all.stream().map(SourceRow::mark).toList();
      assertThat(order).containsExactlyInAnyOrderElementsOf(keys).isNotEqualTo(sorted(keys));
      assertThat(order.indexOf("a1")).isLessThan(order.indexOf("A2"));
      assertThat(order.indexOf("é1")).isLessThan(order.indexOf("f"));
      for (var row : all) {
        assertThat(CareVisionReading.all(source, COMMANDE, row.mark(), row.ordinal()))
            .isEqualTo(all.subList((int) row.ordinal(), all.size()));
      }
    }
  }

  @Test
  void deliversRowsWithoutAKeyLastAndOnce() {
    var rows = new ArrayList<>(orders(2_003));
    for (var state : List.of("B", "A", "C")) {
      rows.add(Arrays.asList(null, "X", state));
    }
    reading.with(ORDERS.formatted(""), ORDER_COLUMNS, rows);
    try (var source = reading.source()) {
      assertThat(source.tables().get(0).rows()).isEqualTo(2_006);
      var all = CareVisionReading.all(source, COMMANDE, null, 0);
      assertThat(all).hasSize(2_006);
      assertThat(all.subList(0, 2_003)).extracting(SourceRow::problem).containsOnlyNulls();
      var keyless = all.subList(2_003, 2_006);
      assertThat(keyless).extracting(SourceRow::problem).containsOnly("no-key");
      assertThat(keyless).extracting(row -> row.cell("etat")).containsExactly("A", "B", "C");
      assertThat(keyless).extracting(SourceRow::ordinal).containsExactly(2_004L, 2_005L, 2_006L);
      assertThat(after(source, keyless.get(0))).isEqualTo(keyless.subList(1, 3));
      assertThat(after(source, keyless.get(2))).isEmpty();
      assertThat(after(source, all.get(2_002))).isEqualTo(keyless);
    }
  }

  @Test
  void keepsRowsTogetherWhoseKeysAreNotUnique() {
    var rows = new ArrayList<>(orders(1_999));
    for (int i = 0; i < 5; i++) {
      rows.add(List.of("ZZ", "X", "state " + i));
    }
    rows.add(List.of("ZZZ", "X", "last"));
    reading.with(ORDERS.formatted(" NOT NULL"), ORDER_COLUMNS, rows);
    assertThat(reading.rows(COMMANDE)).hasSize(2_005);
  }

  @ParameterizedTest
  @ValueSource(strings = {"varchar", "nvarchar"})
  void bindsTextKeysInTheTypeOfTheirColumn(String type) {
    var ddl =
        ORDERS.formatted(" PRIMARY KEY").replace("numcommande varchar", "numcommande " + type);
    reading.with(ddl, ORDER_COLUMNS, orders(4_100));
    assertThat(reading.rows(COMMANDE)).hasSize(4_100);
    var declared = reading.server.declarations().stream().filter(d -> !d.isEmpty()).toList();
    assertThat(declared).hasSizeGreaterThanOrEqualTo(2).allMatch(d -> d.startsWith("@P0 " + type));
  }

  @Test
  void bindsNumberKeysAsNumbers() {
    var rows = IntStream.range(0, 2_001).mapToObj(i -> List.<Object>of(i, "n", "t")).toList();
    reading.with(
        "CREATE TABLE Maquettes(id int PRIMARY KEY, nom nvarchar(20), contenu text)",
        List.of("id", "nom", "contenu"),
        rows);
    assertThat(reading.rows(MAQUETTES)).hasSize(2_001);
    assertThat(reading.server.declarations()).contains("@P0 int");
  }

  @Test
  void endsAPageEarlyThatHoldsLongTexts() {
    var text = "x".repeat(900_000);
    var rows = IntStream.range(0, 45).mapToObj(i -> List.<Object>of(i, "n", text)).toList();
    reading.with(
        "CREATE TABLE Maquettes(id int PRIMARY KEY, nom nvarchar(20), contenu text)",
        List.of("id", "nom", "contenu"),
        rows);
    assertThat(reading.rows(MAQUETTES))
        .extracting(SourceRow::mark)
        .isEqualTo(IntStream.range(0, 45).mapToObj(String::valueOf).toList());
    assertThat(reading.server.declarations().stream().filter("@P0 int"::equals)).hasSize(2);
  }

  @Test
  void readsTablesSideBySideOnFewConnections() {
    CareVisionSample.of(7, new CareVisionSample.Size(3_000, 3_000, 10)).fill(reading.server);
    try (var source = reading.source();
        var people = source.read(PATIENTS, null, 0);
        var dates = source.read(AG_RDV, null, 0)) {
      for (int i = 0; i < 2_500; i++) {
        assertThat(people.next()).isPresent();
        assertThat(dates.next()).isPresent();
      }
      assertThat(reading.server.connections()).isLessThanOrEqualTo(CareVisionPool.MOST);
    }
  }

  @Test
  void saysNothingToTheServerButSelect() {
    CareVisionSample.of(7, new CareVisionSample.Size(4_500, 100, 20)).fill(reading.server);
    try (var source = reading.source()) {
      source.tables().forEach(t -> CareVisionReading.all(source, t.table(), null, 0));
    }
    assertThat(reading.server.readOnlyIntent()).isTrue();
    assertThat(reading.server.statements())
        .isNotEmpty()
        .allSatisfy(sql -> assertThat(sql).startsWith("SELECT ").doesNotContain(";"));
  }

  @Test
  void refusesATableThatIsNotThere() {
    reading.with(ORDERS.formatted(" PRIMARY KEY"), ORDER_COLUMNS, orders(1));
    try (var source = reading.source()) {
      assertThatThrownBy(() -> source.read(PATIENTS, null, 0))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(source.fingerprint()).isNull();
    }
  }

  private static List<SourceRow> after(LegacySource source, SourceRow row) {
    return CareVisionReading.all(source, COMMANDE, row.mark(), row.ordinal());
  }

  private static List<List<Object>> orders(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> List.<Object>of("CMD-" + i * 7919 % 10_007, "X", "LIVREE"))
        .toList();
  }

  private static List<String> sorted(List<String> keys) {
    return keys.stream().sorted().toList();
  }
}
