package org.medflow.legacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.medflow.harness.Database;
import org.medflow.harness.Medflow;
import org.postgresql.PGConnection;

/**
 * What PostgreSQL needs for the rows alone: a second database of the same cluster with the same
 * tables, indexes, constraints and foreign keys, into which COPY brings every row that a run left.
 * Triggers of the application are off there, since the rows that they make are copied themselves;
 * foreign keys are checked.
 */
final class CopyReference {

  private static final String NAME = "reference";
  private static final String[] SCHEMAS = {"medflow", "legacy", "batch"};

  private final Database from;
  private final Database to;
  private final Path folder;
  private final Map<String, Long> before;
  private List<String> tables = List.of();

  private CopyReference(Database from, Database to, Path folder) {
    this.from = from;
    this.to = to;
    this.folder = folder;
    this.before = Rows.of(from, SCHEMAS);
  }

  /** Makes the second database as the first one is now, before the run; the server starts anew. */
  static CopyReference of(Medflow server, Path folder) {
    try {
      server.endServerOnly();
      server.superuser("postgres").outside("create database %s template medflow".formatted(NAME));
    } finally {
      server.wakeLauncher();
    }
    server.awaitReady();
    return new CopyReference(server.superuser(), server.superuser(NAME), folder);
  }

  /** Writes every row of the tables that have more rows now, a file for each; counts the rows. */
  long export() {
    var now = Rows.of(from, SCHEMAS);
    var grown = new HashSet<>(now.keySet());
    grown.removeIf(table -> now.get(table) <= before.getOrDefault(table, 0L));
    tables = inOrder(grown);
    from.in(
        connection -> {
          for (var table : tables) {
            copyOut(connection, table);
          }
          return true;
        });
    tables.forEach(table -> to.outside("alter table %s disable trigger user".formatted(table)));
    return tables.stream().mapToLong(now::get).sum();
  }

  List<String> tables() {
    return tables;
  }

  /** Empties the tables, then brings all rows in; the seconds of the second part. */
  double round() {
    to.outside("truncate %s cascade".formatted(String.join(", ", tables)), "checkpoint");
    return to.in(
        connection -> {
          connection.setAutoCommit(true);
          long start = System.nanoTime();
          for (var table : tables) {
            copyIn(connection, table);
          }
          double seconds = (System.nanoTime() - start) / 1e9;
          connection.setAutoCommit(false);
          return seconds;
        });
  }

  /** Whether the second database has as many rows as the first. */
  boolean whole() {
    return tables.stream()
        .allMatch(table -> to.number("select count(*) from " + table) >= rows(file(table)));
  }

  private static long rows(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private void copyOut(Connection connection, String table) throws SQLException {
    var sql = "copy (select %s from %s) to stdout".formatted(columns(table), table);
    try (var out = Files.newOutputStream(file(table))) {
      connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void copyIn(Connection connection, String table) throws SQLException {
    var sql = "copy %s (%s) from stdin".formatted(table, columns(table));
    try (var in = Files.newInputStream(file(table))) {
      connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, in, 1 << 16);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private String columns(String table) {
    return String.join(
        ", ",
        from.strings(
            """
            select quote_ident(attname) from pg_attribute
             where attrelid = ?::regclass and attnum > 0 and not attisdropped
               and attgenerated = ''
             order by attnum
            """,
            table));
  }

  private Path file(String table) {
    try {
      return Files.createDirectories(folder).resolve(table + ".copy");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Each table behind those that it points at. */
  private List<String> inOrder(Set<String> grown) {
    var ordered = new ArrayList<String>();
    var waiting = new ArrayList<>(grown.stream().sorted().toList());
    while (!waiting.isEmpty()) {
      var next =
          waiting.stream()
              .filter(table -> needs(table).stream().noneMatch(waiting::contains))
              .findFirst()
              .orElse(waiting.get(0));
      ordered.add(next);
      waiting.remove(next);
    }
    return ordered;
  }

  private List<String> needs(String table) {
    return from.strings(
        """
        select format('%I.%I', n.nspname, c.relname) from pg_constraint f
          join pg_class c on c.oid = f.confrelid join pg_namespace n on n.oid = c.relnamespace
         where f.contype = 'f' and f.conrelid = ?::regclass and f.confrelid <> f.conrelid
        """,
        table);
  }
}
