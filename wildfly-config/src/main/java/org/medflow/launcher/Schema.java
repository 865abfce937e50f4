package org.medflow.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.medflow.launcher.DatabaseAddress.Login;

/** Roles, schemas, extensions and migrations: what a database needs before the server may come. */
final class Schema {

  private static final String[] EXTENSIONS = {"pg_trgm", "btree_gist", "unaccent"};
  private static final String[] SCHEMAS = {"medflow", "batch", "legacy"};

  private final DatabaseAddress database;
  private final String appPassword;

  Schema(DatabaseAddress database, String appPassword) {
    this.database = database;
    this.appPassword = appPassword;
  }

  /** Makes the owner and the database inside the embedded server. */
  void found(Login superuser) {
    try (var connection = database.connect("postgres", superuser);
        var sql = connection.createStatement()) {
      role(connection, database.owner());
      if (missing(connection, "select 1 from pg_database where datname = ?", database.name())) {
        sql.execute(
            "create database %s owner %s".formatted(database.name(), database.owner().user()));
      }
    } catch (SQLException refused) {
      throw problem("The database cannot be founded", refused);
    }
  }

  /**
   * Roles by their maker, the rest by the owner; each step finds out whether it is done.
   *
   * @param maker the superuser of the embedded server, or an owner from outside with CREATEROLE
   */
  void prepare(Login maker) {
    try (var connection = database.connect(database.name(), maker);
        var sql = connection.createStatement()) {
      role(connection, new Login(DatabaseAddress.APP, appPassword));
      searchPath(sql, DatabaseAddress.APP, "medflow, batch");
      searchPath(sql, database.owner().user(), "medflow");
    } catch (SQLException refused) {
      throw problem("The roles cannot be made", refused);
    }
    try (var connection = database.connect();
        var sql = connection.createStatement()) {
      sql.execute("revoke all on schema public from public");
      for (var schema : SCHEMAS) {
        sql.execute("create schema if not exists " + schema);
      }
      for (var extension : EXTENSIONS) {
        sql.execute("create extension if not exists %s schema medflow".formatted(extension));
      }
    } catch (SQLException refused) {
      throw problem("The database cannot be prepared", refused);
    }
  }

  /** Brings the tables up to date; returns how many migrations ran. */
  int migrate() {
    int steps = flyway();
    beginEpoch();
    return steps;
  }

  private int flyway() {
    try {
      return Flyway.configure()
          .dataSource(
              database.url(database.name()), database.owner().user(), database.owner().password())
          .schemas("medflow")
          .createSchemas(false)
          .locations("classpath:db/migration")
          .validateMigrationNaming(true)
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate()
          .migrationsExecuted;
    } catch (FlywayException refused) {
      throw new LauncherProblem("The database cannot be migrated: " + reason(refused), refused);
    }
  }

  /** In a cluster made anew from a dump the audit's rows begin another epoch (decision 0014). */
  private void beginEpoch() {
    try (var connection = database.connect();
        var sql = connection.createStatement()) {
      sql.execute("select medflow.audit_begin_epoch()");
    } catch (SQLException refused) {
      throw problem("The audit cannot be gone on with", refused);
    }
  }

  private static void role(Connection connection, Login login) throws SQLException {
    try (var sql = connection.createStatement()) {
      if (missing(connection, "select 1 from pg_roles where rolname = ?", login.user())) {
        sql.execute(
            "create role %s login nosuperuser nobypassrls nocreatedb nocreaterole"
                .formatted(login.user()));
      }
      sql.execute(
          "alter role %s password '%s'"
              .formatted(login.user(), login.password().replace("'", "''")));
    }
  }

  private void searchPath(Statement sql, String role, String path) throws SQLException {
    sql.execute(
        "alter role %s in database %s set search_path = %s".formatted(role, database.name(), path));
  }

  private static boolean missing(Connection connection, String query, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return !rows.next();
      }
    }
  }

  private static LauncherProblem problem(String what, SQLException refused) {
    return new LauncherProblem("%s: %s".formatted(what, firstLine(refused)), refused);
  }

  /** The database's own words when there are some; Flyway says only which script it was. */
  private static String reason(Throwable refused) {
    for (var cause = refused; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return firstLine(refused) + " (" + firstLine(sql) + ")";
      }
    }
    return refused.getMessage().replaceAll("Need more flexibility.*", "").replaceAll("\\s+", " ");
  }

  private static String firstLine(Throwable refused) {
    return String.valueOf(refused.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
