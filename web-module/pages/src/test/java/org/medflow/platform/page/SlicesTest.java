package org.medflow.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.medflow.platform.Page;
import org.medflow.platform.error.Forbidden;

class SlicesTest {

  private final List<String> asked = new ArrayList<>();

  /** Twelve lines, each its own cursor. */
  private Page<String> fetch(String cursor, int size) {
    asked.add(cursor + "+" + size);
    int from = cursor == null ? 0 : Integer.parseInt(cursor) + 1;
    int to = Math.min(12, from + size);
    var lines = IntStream.range(from, to).mapToObj(String::valueOf).toList();
    return new Page<>(lines, to < 12 ? String.valueOf(to - 1) : null, size);
  }

  private final Slices<String> slices = new Slices<>(this::fetch, line -> "k" + line);

  private List<String> load(int first, int rows) {
    return slices.load(first, rows, Map.of(), Map.of());
  }

  @Test
  void goesFromSliceToSliceByTheCursor() {
    assertThat(load(0, 5)).containsExactly("0", "1", "2", "3", "4");
    assertThat(slices.getRowCount()).isEqualTo(6);
    assertThat(load(5, 5)).startsWith("5");
    assertThat(load(10, 5)).containsExactly("10", "11");
    assertThat(slices.getRowCount()).isEqualTo(12);
    assertThat(load(5, 5)).startsWith("5");
    assertThat(asked).containsExactly("null+5", "4+5", "9+5", "4+5");
  }

  @Test
  void startsAnewWithSlicesOfAnotherSize() {
    load(0, 5);
    load(5, 5);
    assertThat(load(0, 20)).hasSize(12);
    assertThat(asked).last().isEqualTo("null+20");
  }

  @Test
  void knowsTheLinesThatItShowsByTheirKey() {
    load(0, 5);
    assertThat(slices.getRowData("k3")).isEqualTo("3");
    assertThat(slices.getRowData("k9")).isNull();
  }

  @Test
  void saysWhatWentWrongAndShowsNothing() {
    var refused =
        new Slices<String>(
            (cursor, size) -> {
              throw new Forbidden("forbidden");
            },
            line -> line);
    assertThat(refused.load(0, 5, Map.of(), Map.of())).isEmpty();
    assertThat(refused.failure()).isEqualTo("forbidden");
    load(0, 5);
    assertThat(slices.failure()).isNull();
  }
}
