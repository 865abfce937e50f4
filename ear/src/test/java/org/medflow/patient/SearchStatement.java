package org.medflow.patient;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.medflow.patient.control.NameKey;
import org.medflow.patient.control.PatientSearchQuery;

/** The very statement of the product, with the parameters it computes from a typed name. */
final class SearchStatement {

  private SearchStatement() {}

  static PreparedStatement prepare(Connection connection, NameKey key, int wanted)
      throws SQLException {
    var statement = connection.prepareStatement(PatientSearchQuery.FIND);
    fill(statement, key, wanted);
    return statement;
  }

  static void fill(PreparedStatement statement, NameKey key, int wanted) throws SQLException {
    var connection = statement.getConnection();
    statement.setArray(1, connection.createArrayOf("text", key.tokens().toArray()));
    statement.setArray(2, connection.createArrayOf("text", key.sounds().toArray()));
    for (int i = 3; i <= 5; i++) {
      statement.setNull(i, Types.ARRAY);
    }
    statement.setNull(6, Types.INTEGER);
    statement.setNull(7, Types.OTHER);
    statement.setInt(8, wanted);
  }
}
