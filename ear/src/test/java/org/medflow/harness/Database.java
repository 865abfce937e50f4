package org.medflow.harness;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The database as one of its two roles sees it; each call is a transaction. */
public final class Database {

  private final String url;
  private final String role;
  private final String password;
  private final String scope;

  private Database(String url, String role, String password, String scope) {
    this.url = url;
    this.role = role;
    this.password = password;
    this.scope = scope;
  }

  static Database of(String url, String role, String password) {
    return new Database(url, role, password, "");
  }

  /** One row. */
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Work on an open connection, committed at the end. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** The same role seeing these clinics. */
  public Database seeing(UUID... clinics) {
    var ids = Stream.of(clinics).map(UUID::toString).collect(Collectors.joining(","));
    return new Database(url, role, password, ids);
  }

  /** A connection of the caller's own, without a scope and without automatic commits. */
  public Connection open() throws SQLException {
    var connection = DriverManager.getConnection(url, role, password);
    connection.setAutoCommit(false);
    return connection;
  }

  public <T> T in(Work<T> work) {
    try (var connection = open()) {
      try (var put = connection.prepareStatement("select set_config('app.clinic_ids', ?, true)")) {
        put.setString(1, scope);
        put.execute();
      }
      var answer = work.on(connection);
      connection.commit();
      return answer;
    } catch (SQLException refused) {
      throw new IllegalStateException(refused.getMessage(), refused);
    }
  }

  public <T> List<T> list(String sql, Row<T> reader, Object... parameters) {
    return in(connection -> list(connection, sql, reader, parameters));
  }

  /** The same on a connection that is already open. */
  public static <T> List<T> list(
      Connection connection, String sql, Row<T> reader, Object... parameters) throws SQLException {
    try (var statement = prepared(connection, sql, parameters);
        var rows = statement.executeQuery()) {
      var found = new ArrayList<T>();
      while (rows.next()) {
        found.add(reader.read(rows));
      }
      return found;
    }
  }

  public List<String> strings(String sql, Object... parameters) {
    return list(sql, row -> row.getString(1), parameters);
  }

  /** A count or another single number. */
  public long number(String sql, Object... parameters) {
    return list(sql, row -> row.getLong(1), parameters).get(0);
  }

  public int update(String sql, Object... parameters) {
    return in(
        connection -> {
          try (var statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
          }
        });
  }

  /** Statements that stand in no transaction, such as those about databases and their places. */
  public void outside(String... statements) {
    try (var connection = DriverManager.getConnection(url, role, password);
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException refused) {
      throw new IllegalStateException(refused.getMessage(), refused);
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
      throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
