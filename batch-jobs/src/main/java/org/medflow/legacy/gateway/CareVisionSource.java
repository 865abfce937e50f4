package org.medflow.legacy.gateway;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.medflow.legacy.boundary.LegacySource;
import org.medflow.legacy.entity.LegacyTable;

/**
 * CareVision on SQL Server, read and never written (spec legacy.md 1.1). It is looked at once when
 * it is opened, without patience, since a person waits for the answer; reading has patience. The
 * database goes on being used, so it has no fingerprint.
 */
final class CareVisionSource implements LegacySource {

  private final CareVisionPool pool;
  private final CareVisionPatience patience;
  private final List<CareVisionTable> found;

  private CareVisionSource(
      CareVisionPool pool, CareVisionPatience patience, List<CareVisionTable> found) {
    this.pool = pool;
    this.patience = patience;
    this.found = found;
  }

  static CareVisionSource open(
      CareVisionSettings settings, CareVisionMapping mapping, CareVisionPatience patience) {
    var pool = new CareVisionPool(settings);
    var found =
        CareVisionPatience.once(
            () -> pool.use(connection -> CareVisionCatalog.read(connection, mapping)), pool::close);
    return new CareVisionSource(pool, patience, found);
  }

  @Override
  public List<SourceTable> tables() {
    return found.stream()
        .map(table -> new SourceTable(table.table(), count(table), table.missing()))
        .toList();
  }

  @Override
  public RowReader read(LegacyTable table, String afterMark, long ordinal) {
    var here =
        found.stream()
            .filter(candidate -> candidate.table() == table && candidate.missing().isEmpty())
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(table.title()));
    return new CareVisionRows(pool, patience, here, CareVisionRows.Place.at(afterMark, ordinal));
  }

  @Override
  public byte[] fingerprint() {
    return null;
  }

  @Override
  public void close() {
    pool.close();
  }

  private long count(CareVisionTable table) {
    return patience.keep(() -> pool.use(connection -> count(connection, table)), pool::forget);
  }

  private static long count(Connection connection, CareVisionTable table) throws SQLException {
    try (var statement = connection.prepareStatement(table.count());
        var rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
