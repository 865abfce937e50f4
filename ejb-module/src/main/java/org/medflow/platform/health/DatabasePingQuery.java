package org.medflow.platform.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The shortest question to the database. It is asked as a statement: one that fails tells the pool
 * that its connections are dead, which a look at the connection alone would not.
 */
@ApplicationScoped
public class DatabasePingQuery {

  @Resource(lookup = "java:jboss/datasources/MedflowDS")
  DataSource source;

  public boolean answers() throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.prepareStatement("select 1");
        var rows = statement.executeQuery()) {
      return rows.next();
    }
  }
}
