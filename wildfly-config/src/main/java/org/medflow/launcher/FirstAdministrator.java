package org.medflow.launcher;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The link that makes the first account: one at a time, good for a day, kept only as a hash. */
final class FirstAdministrator {

  private FirstAdministrator() {}

  /** A new link's token while nobody has an account; earlier links stop working. */
  static Optional<String> token(DatabaseAddress database) {
    try (var connection = database.connect()) {
      connection.setAutoCommit(false);
      if (anybody(connection)) {
        return Optional.empty();
      }
      var token = RandomText.token();
      replace(connection, token);
      connection.commit();
      return Optional.of(token);
    } catch (SQLException refused) {
      throw new LauncherProblem("The first administrator's link cannot be made.", refused);
    }
  }

  private static boolean anybody(Connection connection) throws SQLException {
    try (var sql = connection.createStatement();
        var rows = sql.executeQuery("select 1 from medflow.app_user limit 1")) {
      return rows.next();
    }
  }

  private static void replace(Connection connection, String token) throws SQLException {
    try (var sql = connection.createStatement()) {
      sql.execute(
          "delete from medflow.one_time_link where purpose = 'first-admin' and used_at is null");
    }
    try (var insert =
        connection.prepareStatement(
            """
            insert into medflow.one_time_link (id, purpose, token_hash, expires_at)
            values (?, 'first-admin', ?, now() + interval '24 hours')
            """)) {
      insert.setObject(1, UUID.randomUUID());
      insert.setBytes(2, hash(token));
      insert.executeUpdate();
    }
  }

  static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is not there", impossible);
    }
  }
}
