package org.medflow.legacy.gateway;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.medflow.legacy.entity.LegacyColumn;
import org.medflow.legacy.entity.LegacyTable;

/**
 * Finds the tables that are known among those that the database has and this login may see,
 * whatever the case of their names, and says which mandatory columns are missing.
 */
final class CareVisionCatalog {

  private static final String COLUMNS =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, IS_NULLABLE
      FROM INFORMATION_SCHEMA.COLUMNS ORDER BY TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION
      """;

  private final CareVisionMapping mapping;
  private final List<Entry> entries;

  private CareVisionCatalog(CareVisionMapping mapping, List<Entry> entries) {
    this.mapping = mapping;
    this.entries = entries;
  }

  private record Entry(
      String schema, String table, String column, String type, boolean large, boolean nullable) {

    private static final int LONGEST_SHORT = 8_000;

    static Entry of(ResultSet row) throws SQLException {
      var length = row.getLong(5);
      return new Entry(
          row.getString(1),
          row.getString(2),
          row.getString(3),
          row.getString(4).toLowerCase(Locale.ROOT),
          length < 0 || length > LONGEST_SHORT,
          "YES".equalsIgnoreCase(row.getString(6)));
    }
  }

  static List<CareVisionTable> read(Connection connection, CareVisionMapping mapping)
      throws SQLException {
    var entries = new ArrayList<Entry>();
    try (var statement = connection.prepareStatement(COLUMNS);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        entries.add(Entry.of(rows));
      }
    }
    var catalog = new CareVisionCatalog(mapping, entries);
    return LegacyTable.ofSystem("carevision").stream()
        .map(catalog::table)
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<CareVisionTable> table(LegacyTable table) {
    return mapping.names(table).stream()
        .map(name -> named(table, name))
        .flatMap(Optional::stream)
        .findFirst()
        .map(found -> described(table, found));
  }

  /** The table of this name in the schema asked for, else in dbo, else in the first that has it. */
  private Optional<Entry> named(LegacyTable table, String name) {
    var schema = mapping.schema(table);
    return entries.stream()
        .filter(entry -> entry.table().equalsIgnoreCase(name))
        .filter(entry -> schema.map(entry.schema()::equalsIgnoreCase).orElse(true))
        .min(Comparator.comparing(entry -> !entry.schema().equalsIgnoreCase("dbo")));
  }

  private CareVisionTable described(LegacyTable table, Entry found) {
    var columns = new ArrayList<CareVisionTable.Column>();
    var missing = new ArrayList<String>();
    for (var column : table.columns()) {
      var here = column(found, mapping.names(table, column));
      if (here.filter(entry -> usable(table, column, entry)).isPresent()) {
        var entry = here.get();
        columns.add(
            new CareVisionTable.Column(
                column, entry.column(), entry.type(), entry.large(), entry.nullable()));
      } else if (column.mandatory()) {
        missing.add(said(found, here, mapping.names(table, column)));
      }
    }
    return new CareVisionTable(
        table, found.schema(), found.table(), List.copyOf(columns), List.copyOf(missing));
  }

  private Optional<Entry> column(Entry of, List<String> names) {
    return names.stream()
        .flatMap(
            name ->
                entries.stream()
                    .filter(entry -> entry.schema().equals(of.schema()))
                    .filter(entry -> entry.table().equals(of.table()))
                    .filter(entry -> entry.column().equalsIgnoreCase(name)))
        .findFirst();
  }

  private static boolean usable(LegacyTable table, LegacyColumn column, Entry entry) {
    return column.equals(table.key())
        ? CareVisionKey.pages(entry.type()) && !entry.large()
        : CareVisionCell.readable(entry.type());
  }

  /** A column that is there and cannot be used is named with its type. */
  private static String said(Entry table, Optional<Entry> here, List<String> names) {
    var column =
        here.map(entry -> "%s (%s)".formatted(entry.column(), entry.type()))
            .orElse(names.isEmpty() ? "?" : names.get(0));
    return table.table() + "." + column;
  }
}
