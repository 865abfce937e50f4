package org.medflow.harness;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** A row that somebody holds for a while. */
public final class RowLock implements AutoCloseable {

  private final Connection connection;

  private RowLock(Connection connection) {
    this.connection = connection;
  }

  public static RowLock on(Database owner, String table, UUID id) {
    try {
      var connection = owner.open();
      var sql = "select 1 from %s where id = ? for update".formatted(table);
      if (Database.list(connection, sql, row -> 1, id).size() != 1) {
        throw new IllegalStateException("no row " + id);
      }
      return new RowLock(connection);
    } catch (SQLException refused) {
      throw new IllegalStateException(refused.getMessage(), refused);
    }
  }

  @Override
  public void close() {
    try {
      connection.rollback();
      connection.close();
    } catch (SQLException gone) {
      throw new IllegalStateException(gone.getMessage(), gone);
    }
  }
}
