package org.medflow.legacy.tds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import com.microsoft.sqlserver.jdbc.SQLServerException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real driver talks to the stand-in as it would to a server. */
class TdsStandInTest {

  private final TdsStandIn server = TdsStandIn.start("sa", "mot");

  @BeforeEach
  void fill() {
    server.table("CREATE TABLE Lettres(id int PRIMARY KEY, code varchar(10), texte nvarchar(max))");
    server.insert(
        "Lettres",
        List.of("id", "code", "texte"),
        IntStream.range(0, 50)
            .mapToObj(i -> List.<Object>of(i, "c" + i, "é".repeat(1_000 * (i % 3))))
            .toList());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void servesAPreparedStatementHoweverTheDriverSendsIt() throws SQLException {
    try (var connection = connect("mot");
        var statement =
            connection.prepareStatement(
                "SELECT [id], [texte] FROM [dbo].[Lettres] WHERE [id] > ?")) {
      for (int i = 0; i < 5; i++) {
        statement.setInt(1, 40 + i);
        try (var rows = statement.executeQuery()) {
          int read = 0;
          while (rows.next()) {
            assertThat(rows.getString(2)).hasSize(1_000 * (rows.getInt(1) % 3));
            read++;
          }
          assertThat(read).isEqualTo(9 - i);
        }
      }
    }
    assertThat(server.statements()).as("executed once, prepared once, then by handle").hasSize(2);
  }

  @Test
  void answersWithTheNumbersOfSqlServer() throws SQLException {
    try (var connection = connect("mot")) {
      assertThat(number(connection, "SELECT 1 FROM [dbo].[Absente]")).isEqualTo(208);
      assertThat(number(connection, "SELECT [absente] FROM [dbo].[Lettres]")).isEqualTo(207);
      assertThat(number(connection, "SELECT FROM WHERE")).isEqualTo(102);
      server.failNext(1205);
      assertThat(number(connection, "SELECT COUNT(*) FROM [dbo].[Lettres]")).isEqualTo(1205);
      assertThat(connection.isValid(5)).isTrue();
    }
    assertThatThrownBy(() -> connect("autre"))
        .isInstanceOfSatisfying(
            SQLServerException.class, no -> assertThat(no.getErrorCode()).isEqualTo(18456));
  }

  @Test
  void showsChangesMadeBehindTheClientsBack() throws SQLException {
    server.update("UPDATE dbo.Lettres SET code = ? WHERE id = 3", "changé");
    try (var connection = connect("mot");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT [code] FROM [dbo].[Lettres] WHERE [id] = 3")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("changé");
    }
  }

  @Test
  void breaksTheLineOnce() throws SQLException {
    server.dropConnectionAfterRows(10);
    try (var connection = connect("mot")) {
      assertThatThrownBy(() -> count(connection)).isInstanceOf(SQLException.class);
    }
    try (var connection = connect("mot")) {
      assertThat(count(connection)).isEqualTo(50);
    }
  }

  private static int count(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT [id], [texte] FROM [dbo].[Lettres]")) {
      int read = 0;
      while (rows.next()) {
        read++;
      }
      return read;
    }
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? 0 : -1;
    } catch (SQLServerException refused) {
      return refused.getErrorCode();
    }
  }

  private Connection connect(String word) throws SQLException {
    var source = new SQLServerDataSource();
    source.setServerName("127.0.0.1");
    source.setPortNumber(server.port());
    source.setDatabaseName("CareVisionBD20");
    source.setUser("sa");
    source.setPassword(word);
    source.setEncrypt("false");
    return source.getConnection();
  }
}
