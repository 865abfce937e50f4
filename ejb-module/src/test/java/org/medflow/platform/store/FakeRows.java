package org.medflow.platform.store;

import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A database for unit tests: remembers what it was asked, answers what it was told. */
public final class FakeRows extends Rows {

  /** One statement with its parameters. */
  public record Call(String sql, List<Object> parameters) {}

  private final List<Call> calls = new ArrayList<>();
  private final Map<String, List<Map<String, Object>>> answers = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final Map<String, SQLException> refusals = new LinkedHashMap<>();

  /** Answers statements that contain this text with these rows. */
  @SafeVarargs
  public final FakeRows answer(String part, Map<String, Object>... rows) {
    answers.put(part, List.of(rows));
    return this;
  }

  /** Says that statements with this text touched so many rows; otherwise one. */
  public FakeRows touches(String part, int rows) {
    counts.put(part, rows);
    return this;
  }

  public FakeRows refuses(String part, String sqlState, String message) {
    refusals.put(part, new SQLException(message, sqlState));
    return this;
  }

  public List<Call> calls() {
    return calls;
  }

  public Call last() {
    return calls.get(calls.size() - 1);
  }

  /** A row whose columns keep their order. */
  public static Map<String, Object> row(Object... namesAndValues) {
    var row = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return row;
  }

  @Override
  public <T> List<T> list(String sql, Mapper<T> mapper, Object... parameters) {
    remember(sql, parameters);
    var found = new ArrayList<T>();
    try {
      for (var row : found(answers, sql, List.<Map<String, Object>>of())) {
        found.add(mapper.map(resultSet(row)));
      }
    } catch (SQLException broken) {
      throw new StoreException(broken);
    }
    return found;
  }

  @Override
  public int update(String sql, Object... parameters) {
    remember(sql, parameters);
    return found(counts, sql, 1);
  }

  private void remember(String sql, Object[] parameters) {
    calls.add(new Call(sql, Arrays.asList(parameters)));
    var refusal = found(refusals, sql, null);
    if (refusal != null) {
      throw new StoreException(refusal);
    }
  }

  private static <T> T found(Map<String, T> byPart, String sql, T otherwise) {
    return byPart.entrySet().stream()
        .filter(entry -> sql.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(otherwise);
  }

  private static ResultSet resultSet(Map<String, Object> row) {
    return (ResultSet)
        Proxy.newProxyInstance(
            FakeRows.class.getClassLoader(),
            new Class<?>[] {ResultSet.class},
            (proxy, method, arguments) -> value(row, method.getName(), arguments[0]));
  }

  private static Object value(Map<String, Object> row, String getter, Object column) {
    if (column instanceof String name && !row.containsKey(name)) {
      throw new IllegalArgumentException("no column " + name + " in " + row.keySet());
    }
    var value =
        column instanceof Integer at
            ? new ArrayList<>(row.values()).get(at - 1)
            : row.get((String) column);
    if (value instanceof String[] texts && getter.equals("getArray")) {
      return array(texts);
    }
    return value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value;
  }

  private static Object array(String[] texts) {
    return Proxy.newProxyInstance(
        FakeRows.class.getClassLoader(),
        new Class<?>[] {java.sql.Array.class},
        (proxy, method, arguments) -> texts);
  }

  public FakeRows() {
    super(null);
  }
}
