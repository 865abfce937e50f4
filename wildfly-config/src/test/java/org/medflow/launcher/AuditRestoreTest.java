package org.medflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.medflow.launcher.DatabaseAddress.Login;
import org.postgresql.PGConnection;

/**
 * The audit's chain in a second PostgreSQL that was filled from a first one, whose transactions are
 * counted from the beginning again: it goes on, and still tells what was meddled with.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditRestoreTest {

  /** More transactions than migrations need, so that the second cluster stays behind the first. */
  private static final int DEEDS = 3_000;

  private static final int OPEN = 2;
  private static final int SEALED = 2_000;
  private static final String SEAL = "select medflow.audit_seal(1000)";

  private static final List<String> TABLES =
      List.of("audit_event", "audit_block", "audit_anchor", "audit_epoch");

  private static final String DEED =
      """
      insert into medflow.audit_event (id, actor_kind, actor_id, action, entity)
      values (gen_random_uuid(), 'SYSTEM', gen_random_uuid(), 'test.deed', 'nothing')
      """;

  private static final String PUT_IN =
      """
      insert into medflow.audit_event (id, at, xid, actor_kind, actor_id, action, entity, epoch)
      select gen_random_uuid(), at, xid, actor_kind, actor_id, action, entity, epoch
        from medflow.audit_event where at = (select min(at) from medflow.audit_event
                                              where epoch = %s)
      """;

  /** Rows whose hash is not the one that they were sealed with before there were epochs. */
  private static final String OTHER_HASH =
      """
      select count(*) from medflow.audit_event e
       where e.epoch = 1 and medflow.audit_row_hash(e) <> sha256(convert_to(jsonb_build_array(
         e.id, (extract(epoch from e.at) * 1000000)::bigint, e.xid::text, e.actor_kind, e.actor_id,
         e.session_id, e.clinic_id, e.action, e.entity, to_jsonb(e.entity_ids), e.outcome,
         e.reason, e.correlation, e.detail)::text, 'UTF8'))
      """;

  @TempDir static Path folder;

  private static Cluster first;
  private static Cluster second;

  /** A PostgreSQL of its own with the schema of this release. */
  private record Cluster(
      EmbeddedDatabase database, DatabaseAddress address, Schema schema, Secrets secrets) {

    static Cluster start(String name) throws IOException {
      var home = Home.open(folder.resolve(name));
      var secrets = Secrets.of(home);
      int port = freePort();
      var database = new EmbeddedDatabase(home, port, secrets.superuserPassword());
      var owner = new Login(DatabaseAddress.OWNER, secrets.ownerPassword());
      var address = DatabaseAddress.embedded(port, owner);
      database.start();
      var schema = new Schema(address, secrets.appPassword());
      schema.found(database.superuser());
      schema.prepare(database.superuser());
      schema.migrate();
      return new Cluster(database, address, schema, secrets);
    }

    Connection superuser() {
      return address.connect(DatabaseAddress.NAME, database.superuser());
    }

    /** Each statement in a transaction of its own, as the role of the server. */
    void asServer(String... statements) {
      var app = new Login(DatabaseAddress.APP, secrets.appPassword());
      try (var connection = address.connect(DatabaseAddress.NAME, app);
          var sql = connection.createStatement()) {
        for (var statement : statements) {
          sql.execute(statement);
        }
      } catch (SQLException refused) {
        throw new AssertionError(refused);
      }
    }

    /** What is found after a forgery, which is taken back. */
    List<String> after(String forgery) {
      try (var connection = superuser();
          var sql = connection.createStatement()) {
        connection.setAutoCommit(false);
        sql.execute(forgery);
        assertThat(sql.getUpdateCount()).as(forgery).isPositive();
        var found = new ArrayList<String>();
        try (var rows = sql.executeQuery("select finding from medflow.audit_findings()")) {
          while (rows.next()) {
            found.add(rows.getString(1));
          }
        }
        connection.rollback();
        return found;
      } catch (SQLException refused) {
        throw new AssertionError(refused);
      }
    }

    AuditCheck check() {
      return AuditCheck.of(address, folder.resolve("no anchors"));
    }

    long number(String query) {
      try (var connection = address.connect();
          var sql = connection.createStatement();
          var rows = sql.executeQuery(query)) {
        rows.next();
        return rows.getLong(1);
      } catch (SQLException refused) {
        throw new AssertionError(refused);
      }
    }
  }

  @BeforeAll
  static void fillTheFirstAndCopyItIntoTheSecond() throws IOException {
    first = Cluster.start("first");
    first.asServer(Collections.nCopies(DEEDS, DEED).toArray(String[]::new));
    first.asServer(SEAL, SEAL);
    first.asServer(DEED, DEED);
    second = Cluster.start("second");
    restore(first, second);
  }

  @AfterAll
  static void stop() {
    first.database().stop();
    second.database().stop();
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  /** What a dump takes of a table and puts back: its rows as they are. */
  private static void restore(Cluster from, Cluster to) {
    try (var source = from.superuser();
        var target = to.superuser();
        var sql = target.createStatement()) {
      for (var table : TABLES) {
        var text = new StringWriter();
        var out = source.unwrap(PGConnection.class).getCopyAPI();
        out.copyOut("copy (select * from medflow.%s) to stdout".formatted(table), text);
        sql.execute("truncate medflow." + table);
        var in = target.unwrap(PGConnection.class).getCopyAPI();
        in.copyIn("copy medflow.%s from stdin".formatted(table), new StringReader(text.toString()));
      }
    } catch (SQLException | IOException refused) {
      throw new AssertionError(refused);
    }
  }

  @Test
  @Order(1)
  void countsTransactionsFromTheBeginningAgain() {
    assertThat(second.number("select pg_current_xact_id()::text::bigint"))
        .isLessThan(first.number("select max(last_xid::text::bigint) from medflow.audit_block"));
    assertThat(second.after(DEED)).as("in the same epoch").contains("row-put-in");
  }

  @Test
  @Order(2)
  void beginsAnEpochOnceAndOnlyWhereTheNumbersWentBack() {
    assertThat(second.number("select max(no) from medflow.audit_epoch")).isOne();
    second.schema().migrate();
    assertThat(second.number("select max(no) from medflow.audit_epoch")).isEqualTo(2);
    second.schema().migrate();
    first.schema().migrate();
    assertThat(second.number("select max(no) from medflow.audit_epoch")).isEqualTo(2);
    assertThat(first.number("select max(no) from medflow.audit_epoch")).isOne();
  }

  @Test
  @Order(3)
  void sealsWhatTheFirstLeftOpenAndWhatTheSecondWrites() {
    second.asServer(DEED, DEED, DEED, DEED);
    long rows = second.number("select count(*) from medflow.audit_event");
    assertThat(second.check().rows()).isEqualTo(SEALED);
    assertThat(second.number("select (medflow.audit_unsealed_seconds() > 0)::int")).isOne();

    second.asServer(SEAL, SEAL, SEAL);

    assertThat(rows).isEqualTo(DEEDS + OPEN + 4);
    assertThat(second.check()).isEqualTo(new AuditCheck(rows, 4, 0, List.of()));
    assertThat(second.number("select medflow.audit_unsealed_seconds()")).isZero();
  }

  @Test
  @Order(4)
  void goesOnInTheFirstToo() {
    first.asServer(DEED, SEAL, SEAL, SEAL);
    var check = first.check();
    assertThat(check.findings()).isEmpty();
    assertThat(check.rows()).isEqualTo(DEEDS + OPEN + 1);
  }

  @Test
  @Order(5)
  void keepsTheHashesOfTheFirstEpoch() {
    assertThat(second.number(OTHER_HASH)).isZero();
  }

  @Test
  @Order(6)
  void stillSeesWhatWasMeddledWith() {
    var later = "id = (select id from medflow.audit_event where epoch = 2 order by at limit 1)";
    var earlier = "id = (select id from medflow.audit_event where epoch = 1 order by at limit 1)";
    var forgeries =
        Map.of(
            "update medflow.audit_event set epoch = 1 where " + later,
            "row-altered",
            "update medflow.audit_event set epoch = 2 where " + earlier,
            "row-altered",
            "update medflow.audit_event set reason = 'x' where " + later,
            "row-altered",
            "delete from medflow.audit_event where " + earlier,
            "row-removed",
            "delete from medflow.audit_event where " + later,
            "row-removed",
            PUT_IN.formatted(2),
            "row-put-in",
            PUT_IN.formatted(1),
            "row-put-in",
            "update medflow.audit_block set last_epoch = 1 where no = 4",
            "block-altered");
    forgeries.forEach(
        (forgery, finding) -> assertThat(second.after(forgery)).as(forgery).contains(finding));
    assertThat(second.check().findings()).isEmpty();
  }

  @Test
  @Order(7)
  void letsTheServerSayNeitherWhenNorWhereARowStands() {
    for (var column : List.of("at", "xid", "epoch")) {
      assertThatThrownBy(
              () ->
                  second.asServer(
                      """
                      insert into medflow.audit_event
                        (id, actor_kind, actor_id, action, entity, %1$s)
                      select id, actor_kind, actor_id, action, entity, %1$s
                        from medflow.audit_event limit 1
                      """
                          .formatted(column)))
          .as(column)
          .hasMessageContaining("permission denied");
    }
  }
}
