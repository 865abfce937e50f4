package org.medflow.legacy.gateway;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Binds a key for the comparison with its column, as a value of the column's own family. Were a
 * Unicode value compared with a varchar column, SQL Server would compare as Unicode and sort as
 * varchar, and under an SQL_ collation these two orders differ: rows would be lost at page ends.
 */
final class CareVisionKey {

  private CareVisionKey() {}

  /** Whether rows can be paged by a column of this type. */
  static boolean pages(String type) {
    return type.matches(
        "tinyint|smallint|int|bigint|decimal|numeric|n?(var)?char|uniqueidentifier");
  }

  static void bind(PreparedStatement statement, String type, String key) throws SQLException {
    switch (type) {
      case "tinyint", "smallint", "int" -> statement.setInt(1, Integer.parseInt(key));
      case "bigint" -> statement.setLong(1, Long.parseLong(key));
      case "decimal", "numeric" -> statement.setBigDecimal(1, new BigDecimal(key));
      case "nchar", "nvarchar" -> statement.setNString(1, key);
      default -> statement.setString(1, key);
    }
  }
}
