package org.medflow.platform.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.medflow.platform.store.FakeRows;

class NumberingTest {

  /** The table: one counter per series, shared by the nodes. */
  private static final class Counters extends NumberSeriesQuery {

    private final Map<String, Long> next = new HashMap<>();
    private final List<String> reserved = new ArrayList<>();

    @Override
    long reserve(String scope, String period, int size) {
      reserved.add(scope + "|" + period);
      long first = next.getOrDefault(scope + "|" + period, 1L);
      next.put(scope + "|" + period, first + size);
      return first;
    }
  }

  private final Counters counters = new Counters();

  private Numbering node() {
    var numbering = new Numbering();
    numbering.series = counters;
    return numbering;
  }

  @Test
  void countsFromOneWithoutGapsOnOneNode() {
    var node = node();
    var given = LongStream.range(0, 120).map(i -> node.next("patient", "2026")).boxed().toList();
    assertThat(given).isEqualTo(LongStream.rangeClosed(1, 120).boxed().toList());
  }

  @Test
  void asksTheDatabaseOncePerBlock() {
    var node = node();
    LongStream.range(0, 51).forEach(i -> node.next("patient", "2026"));
    assertThat(counters.reserved).hasSize(2);
  }

  @Test
  void neverGivesOneNumberOnTwoNodes() {
    var a = node();
    var b = node();
    var given = new ArrayList<Long>();
    for (int i = 0; i < 200; i++) {
      given.add(a.next("patient", "2026"));
      given.add(b.next("patient", "2026"));
    }
    assertThat(given).doesNotHaveDuplicates();
  }

  @Test
  void leavesAGapAfterARestartRatherThanRepeatANumber() {
    node().next("patient", "2026");
    assertThat(node().next("patient", "2026")).isEqualTo(51);
  }

  @Test
  void keepsSeriesAndPeriodsApart() {
    var node = node();
    node.next("patient", "2026");
    assertThat(node.next("patient", "2027")).isEqualTo(1);
    assertThat(node.next("invoice", "2026")).isEqualTo(1);
    assertThat(node.next("patient", "2026")).isEqualTo(2);
  }

  @Test
  void readsTheFirstOfTheReservedBlock() {
    var query = new NumberSeriesQuery();
    var rows = new FakeRows().answer("number_series", FakeRows.row("next", 151L));
    query.rows = rows;
    assertThat(query.reserve("patient", "2026", 50)).isEqualTo(101);
    assertThat(rows.last().parameters()).containsExactly("patient", "2026", 50L);
  }
}
