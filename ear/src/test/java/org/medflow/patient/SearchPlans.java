package org.medflow.patient;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.medflow.harness.Database;
import org.medflow.harness.Medflow;
import org.medflow.patient.control.NameKey;

/**
 * The plans inside the search function, written by auto_explain while the function runs as {@code
 * medflow_app} with a scope, and the scans that the statistics counted.
 */
final class SearchPlans {

  private static final Pattern SEQUENTIAL =
      Pattern.compile("Seq Scan on (?:\\w+\\.)?((?:patient|name)\\w*)");
  private static final Pattern INDEX =
      Pattern.compile("(?:Index|Index Only) Scan (?:on|using) (\\w+)");

  private SearchPlans() {}

  /** Every nested plan of one search. */
  static String explain(Medflow server, UUID clinic, String typed) {
    return server.superuser().in(connection -> explained(connection, clinic, typed));
  }

  private static String explained(Connection connection, UUID clinic, String typed)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("load 'auto_explain'");
      statement.execute("set local auto_explain.log_min_duration = 0");
      statement.execute("set local auto_explain.log_nested_statements = on");
      statement.execute("set local client_min_messages = log");
      statement.execute("set local role medflow_app");
      statement.execute("set local app.clinic_ids = '" + clinic + "'");
    }
    var text = new StringBuilder();
    try (var search = SearchStatement.prepare(connection, NameKey.of(typed), 11)) {
      search.executeQuery().close();
      for (var note = search.getWarnings(); note != null; note = note.getNextWarning()) {
        text.append(note.getMessage()).append('\n');
      }
    }
    return text.toString();
  }

  /** Tables read as a whole that are too large for it; an empty one has no cheaper way. */
  static List<String> sequentialScans(String plans, Set<String> large) {
    return SEQUENTIAL
        .matcher(plans)
        .results()
        .map(match -> match.group(1))
        .filter(large::contains)
        .distinct()
        .toList();
  }

  /** Tables of more than a thousand rows, as the planner knows them. */
  static Set<String> large(Database owner) {
    return Set.copyOf(
        owner.strings(
            """
            select relname from pg_class
             where relnamespace = 'medflow'::regnamespace and relkind = 'r' and reltuples > 1000
            """));
  }

  static List<String> indexes(String plans) {
    return INDEX.matcher(plans).results().map(match -> match.group(1)).distinct().toList();
  }

  /** Sequential scans so far of the tables that hold patients and their names. */
  static Map<String, Long> scans(Database owner) {
    var large = large(owner);
    var scans = new TreeMap<String, Long>();
    owner.list(
        """
        select relname, coalesce(seq_scan, 0) from pg_stat_user_tables
         where schemaname = 'medflow' and relname ~ '^(patient|name_)'
        """,
        row -> {
          if (large.contains(row.getString(1))) {
            scans.put(row.getString(1), row.getLong(2));
          }
          return row.getLong(2);
        });
    return scans;
  }
}
