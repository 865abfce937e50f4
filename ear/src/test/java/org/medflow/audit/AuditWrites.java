package org.medflow.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.medflow.audit.control.AuditQuery;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Database;
import org.medflow.platform.Ids;

/** The same small write, a new commune in a patient's address, with its audit row and without. */
final class AuditWrites {

  static final int WRITERS = 8;

  private static final String ACTION = "patient.amend";

  /** What an amendment does to its rows, without the audit's. */
  private static final String AMEND =
      "update medflow.patient set commune = ?, version = version + 1 where id = ?";

  private static final String NOTE =
      """
      insert into medflow.patient_change (id, patient_id, clinic_id, kind, fields, changed_by, at)
      values (?, ?, ?, 'amended', string_to_array('address', ','), ?, now())
      """;

  private static final String TELL =
      "insert into medflow.live_event (clinic_id, topic, entity, entity_id) values (?, ?, ?, ?)";

  /** So many writes of one writer. */
  interface Writer {
    void write(int number, int times);
  }

  private final ClinicFixture clinic;
  private final Database superuser;
  private final UUID user = UUID.randomUUID();
  private final List<UUID> patients;

  AuditWrites(ClinicFixture clinic) {
    this.clinic = clinic;
    this.superuser = clinic.server().superuser();
    this.patients =
        IntStream.range(0, WRITERS)
            .mapToObj(i -> clinic.registered(clinic.people().complete()).id())
            .toList();
  }

  /** Audit rows of this write in the clinic. */
  long rows() {
    return superuser.number(
        "select count(*) from medflow.audit_event where action = ? and clinic_id = ?",
        ACTION,
        clinic.id());
  }

  /** Signed in, over HTTP, one call after the other; each writer has a patient of her own. */
  Writer throughServer(boolean audited) {
    keep(audited);
    return this::patch;
  }

  /** The statements alone, as the server's role. */
  Writer inDatabase(boolean audited) {
    keep(true);
    return (number, times) -> transactions(number, times, audited);
  }

  /**
   * A rule would be cheaper still, but a prepared insert that a rule has emptied stays empty after
   * the rule is gone: nothing is left in its plan that could be out of date.
   */
  private void keep(boolean rows) {
    superuser.outside(
        """
        create or replace function public.bench_unseen() returns trigger
          language plpgsql as $$ begin return null; end $$
        """,
        "drop trigger if exists bench_unseen on medflow.audit_event",
        rows
            ? "select 1"
            : """
            create trigger bench_unseen before insert on medflow.audit_event
              for each row execute function public.bench_unseen()
            """);
  }

  private void patch(int number, int times) {
    var path = "/patients/" + patients.get(number);
    var caller = clinic.as("receptionist").apart();
    var version = caller.get(path).etag();
    for (int i = 0; i < times; i++) {
      var reply = caller.with("If-Match", version).patch(path, address(commune(version)));
      assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
      version = reply.etag();
    }
  }

  private static JsonObject address(String commune) {
    var address = Json.createObjectBuilder().add("commune", commune).add("city", "Kinshasa");
    return Json.createObjectBuilder().add("address", address).build();
  }

  /** Another one with each version, so that every call changes something. */
  private static String commune(String version) {
    return "Commune " + version.replaceAll("\\D", "");
  }

  private void transactions(int number, int times, boolean audited) {
    try (var connection = clinic.server().app().open()) {
      for (int i = 0; i < times; i++) {
        amend(connection, patients.get(number), commune(String.valueOf(i)));
        if (audited) {
          remember(connection, patients.get(number));
        }
        execute(connection, TELL, clinic.id(), "patients", "patient", patients.get(number));
        connection.commit();
      }
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private void amend(Connection connection, UUID patient, String commune) throws SQLException {
    try (var scope = connection.prepareStatement("select set_config('app.clinic_ids', ?, true)")) {
      scope.setString(1, clinic.id().toString());
      scope.executeQuery().close();
    }
    assertThat(execute(connection, AMEND, commune, patient)).isOne();
    execute(connection, NOTE, Ids.next(), patient, clinic.id(), user);
  }

  private void remember(Connection connection, UUID patient) throws SQLException {
    execute(
        connection,
        AuditQuery.ADD,
        Ids.next(),
        "USER",
        user,
        user,
        clinic.id(),
        ACTION,
        "patient",
        connection.createArrayOf("uuid", new Object[] {patient}),
        "done",
        null,
        "bench-of-the-audit",
        1,
        null,
        false);
  }

  private static int execute(Connection connection, String sql, Object... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }
}
