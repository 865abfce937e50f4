package org.medflow.legacy.gateway;

import java.util.List;
import java.util.stream.Collectors;
import org.medflow.legacy.entity.LegacyColumn;
import org.medflow.legacy.entity.LegacyTable;

/**
 * A table as it was found at the source, and the statements that read it: nothing but SELECT, in
 * words that every SQL Server understands. The order and the comparison of keys are the server's;
 * WITH TIES keeps rows together whose keys it holds for equal.
 *
 * @param columns those that are there and can be read; the key first, if nothing is missing
 * @param missing mandatory columns that are not there, as {@code Table.column}
 */
record CareVisionTable(
    LegacyTable table, String schema, String name, List<Column> columns, List<String> missing) {

  static final int PAGE = 2_000;

  /**
   * A column found.
   *
   * @param name its name there
   * @param type its type there, in small letters
   * @param large whether values may be longer than a page of the database, so that they are
   *     streamed
   */
  record Column(LegacyColumn column, String name, String type, boolean large, boolean nullable) {}

  Column key() {
    return columns.get(0);
  }

  String count() {
    return "SELECT COUNT(*) FROM %s".formatted(from());
  }

  String firstPage() {
    var keyed = key().nullable() ? " WHERE %s IS NOT NULL".formatted(quoted(key().name())) : "";
    return "SELECT TOP (%d) WITH TIES %s FROM %s%s ORDER BY %s"
        .formatted(PAGE, selected(), from(), keyed, quoted(key().name()));
  }

  String nextPage() {
    var key = quoted(key().name());
    return "SELECT TOP (%d) WITH TIES %s FROM %s WHERE %s > ? ORDER BY %s"
        .formatted(PAGE, selected(), from(), key, key);
  }

  /** Rows without a key cannot be reached by paging; they have an order as far as columns have. */
  String keyless() {
    var order =
        columns.stream()
            .skip(1)
            .filter(column -> !column.type().matches("n?text|xml"))
            .map(column -> quoted(column.name()))
            .collect(Collectors.joining(", "));
    return "SELECT %s FROM %s WHERE %s IS NULL%s"
        .formatted(
            selected(), from(), quoted(key().name()), order.isEmpty() ? "" : " ORDER BY " + order);
  }

  private String selected() {
    return columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
  }

  private String from() {
    return quoted(schema) + "." + quoted(name);
  }

  static String quoted(String identifier) {
    return "[" + identifier.replace("]", "]]") + "]";
  }
}
