package org.medflow.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Where the database is and how its owner enters.
 *
 * @param options further JDBC parameters, each beginning with an ampersand
 */
record DatabaseAddress(String host, int port, String name, String options, Login owner) {

  static final String OWNER = "medflow_owner";
  static final String APP = "medflow_app";
  static final String NAME = "medflow";

  /** A role and its password. */
  record Login(String user, String password) {
    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }

  static DatabaseAddress embedded(int port, Login owner) {
    return new DatabaseAddress("127.0.0.1", port, NAME, "", owner);
  }

  /** Reads MEDFLOW_DB_URL, for example jdbc:postgresql://db:5432/medflow?user=…&password=… */
  static DatabaseAddress of(String url) {
    Properties parts = Driver.parseURL(url, null);
    if (parts == null || parts.getProperty("user") == null) {
      throw new LauncherProblem(
          "MEDFLOW_DB_URL is not of the form"
              + " jdbc:postgresql://HOST:PORT/NAME?user=OWNER&password=….");
    }
    var options = new StringBuilder();
    for (var name : new String[] {"sslmode", "sslrootcert"}) {
      if (parts.getProperty(name) != null) {
        options.append('&').append(name).append('=').append(parts.getProperty(name));
      }
    }
    return new DatabaseAddress(
        PGProperty.PG_HOST.getOrDefault(parts),
        Integer.parseInt(PGProperty.PG_PORT.getOrDefault(parts)),
        PGProperty.PG_DBNAME.getOrDefault(parts),
        options.toString(),
        new Login(parts.getProperty("user"), parts.getProperty("password", "")));
  }

  String url(String database) {
    return "jdbc:postgresql://%s:%d/%s?ApplicationName=medflow-launcher&connectTimeout=5%s"
        .formatted(host, port, database, options);
  }

  /** Enters as the owner. */
  Connection connect() {
    return connect(name, owner);
  }

  Connection connect(String database, Login login) {
    try {
      return DriverManager.getConnection(url(database), login.user(), login.password());
    } catch (SQLException refused) {
      throw new LauncherProblem(
          "The database at %s:%d does not let %s in: %s"
              .formatted(host, port, login.user(), refused.getMessage()),
          refused);
    }
  }
}
