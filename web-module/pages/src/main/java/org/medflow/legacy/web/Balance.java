package org.medflow.legacy.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.medflow.legacy.boundary.ImportReport;
import org.medflow.legacy.boundary.ImportReport.Sum;
import org.medflow.legacy.boundary.ImportReport.Table;

/** Adds a report up once more, so that the screen never repeats a word it has not checked. */
final class Balance {

  private static final String SUM = "SUM";
  private static final String FIRST = "FIRST";

  private Balance() {}

  /** Rows read that have no outcome; negative when there are more outcomes than rows. */
  static long gap(Table table) {
    return table.read() - outcomes(table).stream().mapToLong(Long::longValue).sum();
  }

  static List<Long> outcomes(Table table) {
    return List.of(
        table.created(),
        table.updated(),
        table.unchanged(),
        table.orphan(),
        table.invalid(),
        table.review(),
        table.error());
  }

  static boolean isSum(Sum sum) {
    return sum.kind().equals(SUM);
  }

  static boolean holds(Sum sum) {
    return isSum(sum)
        ? number(sum.taken()).add(number(sum.aside())).compareTo(number(sum.source())) == 0
        : Objects.equals(text(sum.source()), end(sum));
  }

  static boolean holds(ImportReport report) {
    return report.addsUp()
        && report.tables().stream()
            .allMatch(table -> gap(table) == 0 && table.sums().stream().allMatch(Balance::holds));
  }

  /** The earlier or later of both sides, as the source's own first or last must be. */
  private static String end(Sum sum) {
    var both = Stream.of(text(sum.taken()), text(sum.aside())).filter(side -> !side.isEmpty());
    var found =
        sum.kind().equals(FIRST) ? both.min(String::compareTo) : both.max(String::compareTo);
    return found.orElse("");
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static BigDecimal number(String value) {
    return text(value).isBlank() ? BigDecimal.ZERO : new BigDecimal(value.strip());
  }
}
