package org.medflow.legacy.tds;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The database behind the stand-in: H2 in the mode MSSQLServer with a French collation that ignores
 * case and minds accents. It remembers the type that SQL Server would have given to each column.
 */
final class TdsBase implements AutoCloseable {

  private static final Pattern CREATE =
      Pattern.compile("(?s)\\s*CREATE TABLE (?:(\\w+)\\.)?(\\w+)\\s*\\((.*)\\)\\s*;?\\s*");
  private static final Pattern COLUMN =
      Pattern.compile("(\\w+)\\s+(\\w+)\\s*(?:\\((\\w+)(?:\\s*,\\s*(\\d+))?\\))?(.*)");
  private static final String CATALOG =
      """
      CREATE TABLE catalog_columns(TABLE_SCHEMA nvarchar(128), TABLE_NAME nvarchar(128),
       COLUMN_NAME nvarchar(128), ORDINAL_POSITION int, DATA_TYPE nvarchar(128),
       CHARACTER_MAXIMUM_LENGTH int, IS_NULLABLE varchar(3))
      """;

  private final String address =
      "jdbc:h2:mem:"
          + UUID.randomUUID()
          + ";MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
  private final Connection keeper;
  private final Map<String, TdsColumn> columns = new HashMap<>();

  TdsBase() throws SQLException {
    keeper = DriverManager.getConnection(address);
    run("SET COLLATION FRENCH STRENGTH SECONDARY");
    run("CREATE SCHEMA dbo");
    create(CATALOG);
  }

  Connection connect() throws SQLException {
    var connection = DriverManager.getConnection(address);
    connection.setSchema("dbo");
    return connection;
  }

  /** Makes a table from the words of SQL Server. */
  void create(String ddl) throws SQLException {
    var found = CREATE.matcher(ddl);
    if (!found.matches()) {
      throw new IllegalArgumentException(ddl);
    }
    var schema = found.group(1) == null ? "dbo" : found.group(1);
    var table = found.group(2);
    var stored = new ArrayList<String>();
    for (var text : found.group(3).split(",(?![^(]*\\))")) {
      var column = COLUMN.matcher(text.strip());
      if (!column.matches()) {
        throw new IllegalArgumentException(text);
      }
      var declared = declared(column.group(1), column.group(2), column.group(3), column.group(4));
      var rest = column.group(5).toUpperCase(Locale.ROOT).replace("IDENTITY", "");
      columns.put(key(table, declared.name()), declared);
      stored.add("[%s] %s %s".formatted(declared.name(), declared.stored(), rest));
      catalogue(schema, table, stored.size(), declared, !rest.matches(".*(NOT NULL|PRIMARY).*"));
    }
    run("CREATE SCHEMA IF NOT EXISTS " + schema);
    run("CREATE TABLE %s.[%s](%s)".formatted(schema, table, String.join(", ", stored)));
  }

  void insert(String table, List<String> names, List<List<Object>> rows) throws SQLException {
    var marks = String.join(", ", names.stream().map(name -> "?").toList());
    var into = names.stream().map(name -> "[" + name + "]").toList();
    var sql =
        "INSERT INTO dbo.[%s](%s) VALUES (%s)".formatted(table, String.join(", ", into), marks);
    try (var statement = keeper.prepareStatement(sql)) {
      for (var row : rows) {
        bind(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  void run(String sql, Object... values) throws SQLException {
    try (var statement = keeper.prepareStatement(sql)) {
      bind(statement, java.util.Arrays.asList(values));
      statement.execute();
    }
  }

  static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
  }

  /** T-SQL as H2 reads it. */
  static String translated(String sql) {
    var parameters = Pattern.compile("@P(\\d+)").matcher(sql);
    return parameters
        .replaceAll(found -> "?" + (Integer.parseInt(found.group(1)) + 1))
        .replace("INFORMATION_SCHEMA.COLUMNS", "dbo.catalog_columns");
  }

  /** The columns of an answer in the types that SQL Server would give. */
  List<TdsColumn> columns(ResultSet answer) throws SQLException {
    var meta = answer.getMetaData();
    var found = new ArrayList<TdsColumn>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      var own = columns.get(key(meta.getTableName(i), meta.getColumnName(i)));
      found.add(own == null ? counted() : own.named(meta.getColumnName(i)));
    }
    return found;
  }

  static Object value(ResultSet row, int place) throws SQLException {
    var value = row.getObject(place);
    return value instanceof Timestamp time ? time.toLocalDateTime() : value;
  }

  @Override
  public void close() throws SQLException {
    if (!keeper.isClosed()) {
      run("SHUTDOWN IMMEDIATELY");
    }
  }

  private void catalogue(String schema, String table, int place, TdsColumn column, boolean nullable)
      throws SQLException {
    if (table.startsWith("catalog_")) {
      return;
    }
    run(
        "INSERT INTO dbo.catalog_columns VALUES (?, ?, ?, ?, ?, ?, ?)",
        schema,
        table,
        column.name(),
        place,
        column.type(),
        column.longest(),
        nullable ? "YES" : "NO");
  }

  private static TdsColumn declared(String name, String type, String size, String scale) {
    var length = size == null ? 0 : size.equalsIgnoreCase("max") ? -1 : Integer.parseInt(size);
    return new TdsColumn(
        name, type.toLowerCase(Locale.ROOT), length, scale == null ? 0 : Integer.parseInt(scale));
  }

  /** What COUNT(*) and 1 are. */
  private static TdsColumn counted() {
    return new TdsColumn("", "int", 0, 0);
  }

  private static String key(String table, String column) {
    return (table + "." + column).toLowerCase(Locale.ROOT);
  }
}
