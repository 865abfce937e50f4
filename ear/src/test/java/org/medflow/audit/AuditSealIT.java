package org.medflow.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Database;
import org.medflow.harness.Launcher;
import org.medflow.harness.Shared;

/**
 * The chain over the audit rows. Every forgery is done by the database's own superuser, in a
 * transaction that is taken back, since nobody else can write there.
 */
class AuditSealIT {

  private static final String ONE =
      """
      (select e.id from medflow.audit_event e join medflow.audit_block b on e.id = any (b.ids)
        where cardinality(e.entity_ids) > 0 and e.clinic_id is not null and e.outcome = 'done'
        order by e.at limit 1)
      """;

  /** A block of several rows that is not the last one. */
  private static final String BLOCK =
      """
      (select no from medflow.audit_block
        where cardinality(ids) > 1 and no < (select max(no) from medflow.audit_block)
        order by no limit 1)
      """;

  private static final Database superuser = Shared.server().superuser();
  private static UUID patient;

  @BeforeAll
  static void doSomething() {
    var clinic = ClinicFixture.open("receptionist");
    patient = clinic.registered(clinic.people().next()).id();
    Awaitility.await("deeds are sealed")
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                superuser.number(
                        """
                        select count(*) from medflow.audit_block b
                          join medflow.audit_event e on e.id = any (b.ids)
                         where ? = any (e.entity_ids)
                        """,
                        patient)
                    > 0);
  }

  @Test
  void fitsWhenNobodyMeddled() {
    assertThat(findings()).isEmpty();
  }

  @Test
  void isAnchoredOutsideTheDatabaseAndProvenByTheCommand() throws IOException {
    var outside = Shared.server().home().path("anchors/audit.txt");
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(outside));
    var well = Launcher.run(Shared.server().home(), Map.of(), "audit");
    assertThat(well.output()).contains("everything fits");
    assertThat(well.exit()).isZero();

    var kept = Files.readString(outside);
    var forged = kept.lines().findFirst().orElseThrow().replaceFirst("block \\d+", "block 999999");
    Files.writeString(outside, forged + "\n", StandardOpenOption.APPEND);
    try {
      var forgery = Launcher.run(Shared.server().home(), Map.of(), "audit");
      assertThat(forgery.output()).contains("anchor-forged: medflow audit block 999999");
      assertThat(forgery.exit()).isOne();
    } finally {
      Files.writeString(outside, kept);
    }
  }

  @Test
  void seesARowThatWasAltered() {
    for (var change :
        List.of(
            "reason = 'x'",
            "actor_id = gen_random_uuid()",
            "clinic_id = null",
            "entity_ids = '{}'",
            "outcome = 'refused'",
            "detail = '{\"count\": 7}'",
            "xid = '5'")) {
      assertThat(after("update medflow.audit_event set " + change + " where id = " + ONE))
          .as(change)
          .contains("row-altered");
    }
  }

  @Test
  void seesARowThatWasRemovedMovedOrPutIn() {
    assertThat(after("delete from medflow.audit_event where id = " + ONE)).contains("row-removed");
    assertThat(after("update medflow.audit_event set at = at + interval '1 s' where id = " + ONE))
        .contains("row-removed", "row-put-in");
    assertThat(
            after(
                """
                insert into medflow.audit_event (id, at, xid, actor_kind, actor_id, action, entity)
                select gen_random_uuid(), at, xid, actor_kind, actor_id, action, entity
                  from medflow.audit_event where id = \
                """
                    + ONE))
        .contains("row-put-in");
  }

  @Test
  void seesAChainThatWasForgedOrCut() {
    assertThat(after("delete from medflow.audit_block where no = 1")).contains("block-missing");
    assertThat(
            after(
                """
                update medflow.audit_block
                   set hashes = array_prepend(sha256('y'), hashes[2:]) where no = \
                """
                    + BLOCK))
        .contains("block-altered");
    assertThat(
            after(
                """
                update medflow.audit_block set hash = sha256('x') where no = 1
                """))
        .contains("block-altered");
    assertThat(
            after(
                """
                with forged as (
                  update medflow.audit_block b
                     set hashes = b.hashes[2:], ids = b.ids[2:], ats = b.ats[2:],
                         hash = medflow.audit_block_hash(b.prev, b.no, b.hashes[2:])
                   where no = %1$s returning 1)
                delete from medflow.audit_event
                 where id = (select ids[1] from medflow.audit_block where no = %1$s)
                """
                    .formatted(BLOCK)))
        .contains("chain-broken");
  }

  @Test
  void isWrittenByItsFunctionsOnly() {
    var app = Shared.server().app();
    for (var table : List.of("audit_block", "audit_anchor")) {
      assertThat(
              superuser.number(
                  """
                  select count(*) from information_schema.role_table_grants
                   where table_name = ? and grantee in ('medflow_app', 'PUBLIC')
                  """,
                  table))
          .isZero();
    }
    assertThat(app.number("select medflow.audit_seal(0)")).isZero();
  }

  @Test
  void neverSealsPastAnOpenTransaction() throws SQLException {
    try (var open = superuser.open()) {
      update(
          open,
          """
          insert into medflow.audit_event (id, actor_kind, actor_id, action, entity)
          values (gen_random_uuid(), 'SYSTEM', gen_random_uuid(), 'test.late', 'nothing')
          """);
      superuser.update("do $$ begin perform medflow.audit_seal(1000); end $$");
      superuser.update("do $$ begin perform medflow.audit_seal(1000); end $$");
      assertThat(sealed("test.late")).isZero();
      open.commit();
    }
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> sealed("test.late") == 1);
    assertThat(findings()).isEmpty();
  }

  private static long sealed(String action) {
    return superuser.number(
        """
        select count(*) from medflow.audit_event e
          join medflow.audit_block b on e.id = any (b.ids) where e.action = ?
        """,
        action);
  }

  private static List<String> findings() {
    return superuser.strings("select finding from medflow.audit_findings()");
  }

  /** What is found after a forgery, which is taken back. */
  private static List<String> after(String forgery) {
    try (var connection = superuser.open()) {
      try {
        assertThat(update(connection, forgery)).as(forgery).isPositive();
        return Database.list(
            connection,
            "select distinct finding from medflow.audit_findings()",
            row -> row.getString(1));
      } finally {
        connection.rollback();
      }
    } catch (SQLException refused) {
      throw new AssertionError(refused);
    }
  }

  private static int update(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }
}
