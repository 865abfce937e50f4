package org.medflow.platform.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** Plain SQL with bound parameters, on the connection of the caller's transaction. */
@ApplicationScoped
public class Rows {

  private static final Map<Class<?>, String> TYPES =
      Map.of(String.class, "text", Integer.class, "int4", Long.class, "int8");

  @Resource(lookup = "java:jboss/datasources/MedflowDS")
  DataSource source;

  protected Rows() {}

  /** For tests on a real database without a container. */
  public Rows(DataSource source) {
    this.source = source;
  }

  /** Makes one object of one row. */
  @FunctionalInterface
  public interface Mapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  public <T> List<T> list(String sql, Mapper<T> mapper, Object... parameters) {
    try (var connection = source.getConnection();
        var statement = prepare(connection, sql, parameters);
        var rows = statement.executeQuery()) {
      var found = new ArrayList<T>();
      while (rows.next()) {
        found.add(mapper.map(rows));
      }
      return found;
    } catch (SQLException refused) {
      throw new StoreException(refused);
    }
  }

  public <T> Optional<T> first(String sql, Mapper<T> mapper, Object... parameters) {
    return list(sql, mapper, parameters).stream().findFirst();
  }

  public int update(String sql, Object... parameters) {
    try (var connection = source.getConnection();
        var statement = prepare(connection, sql, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException refused) {
      throw new StoreException(refused);
    }
  }

  /** Copies rows into a table, all or none; not into one that has row-level security. */
  public void copy(String table, String columns, CopyRows rows) {
    if (rows.rows() == 0) {
      return;
    }
    var sql = "copy %s (%s) from stdin (format binary)".formatted(table, columns);
    try (var connection = source.getConnection()) {
      connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, rows.stream());
    } catch (SQLException refused) {
      throw new StoreException(refused);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  public static UUID id(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  /** An instant column, null when the column is. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, java.time.OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object[] parameters)
      throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      bind(connection, statement, i + 1, parameters[i]);
    }
    return statement;
  }

  private static void bind(Connection connection, PreparedStatement statement, int at, Object value)
      throws SQLException {
    if (value instanceof Instant instant) {
      statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
    } else if (value instanceof Enum<?> constant) {
      statement.setString(at, constant.name());
    } else if (value instanceof Collection<?> many && many.stream().allMatch(Objects::isNull)) {
      statement.setObject(at, nothing(many.size()), Types.OTHER);
    } else if (value instanceof Collection<?> many) {
      statement.setArray(at, array(connection, many));
    } else {
      statement.setObject(at, value);
    }
  }

  /** An array of nulls, whose type the statement knows. */
  private static String nothing(int size) {
    return "{" + String.join(",", Collections.nCopies(size, "NULL")) + "}";
  }

  private static Array array(Connection connection, Collection<?> values) throws SQLException {
    var first = values.stream().filter(Objects::nonNull).findFirst().orElseThrow();
    if (first instanceof byte[]) {
      return connection.createArrayOf("bytea", values.toArray(new byte[0][]));
    }
    var type = TYPES.getOrDefault(first.getClass(), "uuid");
    return connection.createArrayOf(type, values.toArray());
  }
}
