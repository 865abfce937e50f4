package org.medflow.legacy.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.medflow.legacy.boundary.LegacySource;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.SourceRow;
import org.medflow.legacy.tds.TdsStandIn;

/** Opens the source on a stand-in as an installation would, but waits for nothing. */
final class CareVisionReading implements AutoCloseable {

  static final String USER = "lecteur";
  static final String WORD = "à l'essai";

  final TdsStandIn server = TdsStandIn.start(USER, WORD);
  final List<Long> waits = new ArrayList<>();
  final CareVisionPatience patience = new CareVisionPatience(waits::add);

  static Map<String, String> settings(TdsStandIn server) {
    return Map.of(
        "CAREVISION_SQL_SERVER",
        "127.0.0.1",
        "CAREVISION_SQL_PORT",
        String.valueOf(server.port()),
        "CAREVISION_SQL_DATABASE",
        "CareVisionBD20",
        "CAREVISION_SQL_USER",
        USER,
        "CAREVISION_SQL_PASSWORD",
        WORD,
        "CAREVISION_SQL_ENCRYPT",
        "false");
  }

  CareVisionReading with(String ddl, List<String> columns, List<List<Object>> rows) {
    server.table(ddl);
    server.insert(ddl.replaceAll("(?s)CREATE TABLE (\\w+).*", "$1"), columns, rows);
    return this;
  }

  LegacySource source() {
    return source(Map.of());
  }

  LegacySource source(Map<String, String> names) {
    var found = CareVisionSettings.of(name -> Optional.ofNullable(settings(server).get(name)));
    var mapping = new Properties();
    mapping.putAll(names);
    return CareVisionSource.open(found, CareVisionMapping.of(mapping), patience);
  }

  List<SourceRow> rows(LegacyTable table) {
    try (var source = source()) {
      return all(source, table, null, 0);
    }
  }

  static List<SourceRow> all(LegacySource source, LegacyTable table, String mark, long ordinal) {
    var rows = new ArrayList<SourceRow>();
    try (var reader = source.read(table, mark, ordinal)) {
      for (var row = reader.next(); row.isPresent(); row = reader.next()) {
        rows.add(row.get());
      }
    }
    return rows;
  }

  @Override
  public void close() {
    server.close();
  }
}
