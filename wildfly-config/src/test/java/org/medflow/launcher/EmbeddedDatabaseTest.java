package org.medflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.medflow.launcher.DatabaseAddress.Login;

/** One real PostgreSQL through a life: founded, migrated, killed, left behind, stopped. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmbeddedDatabaseTest {

  @TempDir static Path folder;

  private static Home home;
  private static Secrets secrets;
  private static EmbeddedDatabase database;
  private static DatabaseAddress address;

  @BeforeAll
  static void start() throws IOException {
    home = Home.open(folder.resolve("home"));
    secrets = Secrets.of(home);
    int port = freePort();
    database = new EmbeddedDatabase(home, port, secrets.superuserPassword());
    address =
        DatabaseAddress.embedded(port, new Login(DatabaseAddress.OWNER, secrets.ownerPassword()));
    database.start();
  }

  @AfterAll
  static void stop() {
    database.stop();
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private static String ask(Connection connection, String query) throws SQLException {
    try (connection;
        var sql = connection.createStatement();
        var rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection app() {
    return address.connect(
        DatabaseAddress.NAME, new Login(DatabaseAddress.APP, secrets.appPassword()));
  }

  @Test
  @Order(1)
  void isMigratedByItsOwnerAndOnlyOnce() {
    var schema = new Schema(address, secrets.appPassword());
    schema.found(database.superuser());
    schema.prepare(database.superuser());
    assertThat(schema.migrate()).isPositive();

    schema.found(database.superuser());
    schema.prepare(database.superuser());
    assertThat(schema.migrate()).isZero();
  }

  @Test
  @Order(2)
  void acknowledgesOnlyWhatIsOnDisk() throws SQLException {
    assertThat(ask(app(), "show fsync")).isEqualTo("on");
    assertThat(ask(app(), "show synchronous_commit")).isEqualTo("on");
    assertThat(ask(app(), "show data_checksums")).isEqualTo("on");
  }

  @Test
  @Order(3)
  void givesTheServerARoleThatOwnsNothingAndCannotPassTheWalls() throws SQLException {
    assertThat(
            ask(
                app(),
                """
                select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
                  from pg_roles where rolname = current_user
                """))
        .isEqualTo("f");
    assertThat(ask(app(), "select count(*) from pg_tables where tableowner = current_user"))
        .isEqualTo("0");
    assertThatThrownBy(() -> ask(app(), "create table medflow.mine (id int)"))
        .hasMessageContaining("permission denied");
  }

  @Test
  @Order(4)
  void letsNobodyInWithoutTheRightPassword() {
    assertThatThrownBy(() -> address.connect("medflow", new Login(DatabaseAddress.APP, "guess")))
        .isInstanceOf(LauncherProblem.class)
        .hasMessageContaining("does not let medflow_app in");
  }

  @Test
  @Order(5)
  void makesOneLinkForTheFirstAdministratorAtATime() throws SQLException {
    var first = FirstAdministrator.token(address).orElseThrow();
    var second = FirstAdministrator.token(address).orElseThrow();

    assertThat(first).isNotEqualTo(second);
    assertThat(ask(address.connect(), "select count(*) from medflow.one_time_link")).isEqualTo("1");
  }

  @Test
  @Order(6)
  void comesBackAfterItWasKilled() throws SQLException {
    ProcessHandle.of(database.pid()).orElseThrow().destroyForcibly();
    while (database.alive()) {
      Thread.onSpinWait();
    }
    database.start();

    assertThat(ask(address.connect(), "select count(*) from medflow.one_time_link")).isEqualTo("1");
  }

  @Test
  @Order(7)
  void endsWhatAKilledLauncherLeftBehindBeforeItStarts() throws SQLException {
    long left = database.pid();
    var next = new EmbeddedDatabase(home, address.port(), secrets.superuserPassword());
    next.start();
    database = next;

    assertThat(ProcessHandle.of(left).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(ask(app(), "select 1")).isEqualTo("1");
  }
}
