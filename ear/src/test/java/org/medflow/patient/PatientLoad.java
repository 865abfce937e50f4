package org.medflow.patient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.medflow.harness.Medflow;
import org.medflow.patient.InventedNames.Full;
import org.medflow.patient.control.NameKey;
import org.medflow.platform.Ids;
import org.medflow.platform.vault.Column;
import org.medflow.platform.vault.KeyRing;
import org.medflow.platform.vault.Vault;
import org.postgresql.PGConnection;

/**
 * Fills a clinic with a large population as the owner: COPY into the patients' tables, then one
 * statement per block that links the block to the clinic, whose triggers maintain the search tables
 * exactly as a registration does. Each person has one sealed telephone.
 */
final class PatientLoad {

  private static final int BLOCK = 20_000;
  private static final Column PHONE = new Column("patient_phone", "value_sealed");

  private final Medflow server;
  private final UUID clinic;
  private final Vault vault;
  private final InventedNames names;
  private final Random random;
  private final List<Full> sample = new ArrayList<>();
  private final int every;

  PatientLoad(Medflow server, UUID clinic, long seed, int sampleEvery) {
    this.server = server;
    this.clinic = clinic;
    this.vault = new Vault(KeyRing.of(server.home().values("keys.env")));
    this.names = new InventedNames(seed);
    this.random = new Random(seed + 2);
    this.every = sampleEvery;
  }

  /** Loads so many persons; returns the names of every n-th of them. */
  List<Full> load(int persons) {
    for (int done = 0; done < persons; done += BLOCK) {
      int from = done;
      int size = Math.min(BLOCK, persons - done);
      server.owner().in(connection -> block(connection, from, size));
    }
    server
        .owner()
        .in(
            connection -> {
              try (var statement = connection.createStatement()) {
                return statement.execute("analyze");
              }
            });
    return sample;
  }

  private boolean block(Connection connection, int from, int size) throws SQLException {
    var patients = new StringBuilder();
    var phones = new StringBuilder();
    for (int i = from; i < from + size; i++) {
      var id = Ids.next();
      var name = names.next();
      if (i % every == 0) {
        sample.add(name);
      }
      patient(patients, id, i, name);
      phone(phones, id, i);
    }
    copy(
        connection,
        """
        copy medflow.patient (id, mrn, registered_at_clinic, last_name, post_name, first_name,
          name_key, name_sound, sex, birth_date, birth_precision, created_at, updated_at) from stdin
        """,
        patients);
    copy(
        connection,
        """
        copy medflow.patient_phone (id, patient_id, position, value_sealed, value_index) from stdin
        """,
        phones);
    return link(connection, from, from + size);
  }

  private void patient(StringBuilder rows, UUID id, int number, Full name) {
    var key = NameKey.of(name.last(), name.post(), name.first());
    row(
        rows,
        id,
        mrn(number),
        clinic,
        name.last(),
        name.post(),
        name.first(),
        key.text(),
        key.soundText(),
        random.nextBoolean() ? "FEMALE" : "MALE",
        java.time.LocalDate.of(1930, 1, 1).plusDays(random.nextInt(33_000)),
        "DAY",
        "2026-01-01 00:00:00+00",
        "2026-01-01 00:00:00+00");
  }

  private void phone(StringBuilder rows, UUID patient, int number) {
    var id = Ids.next();
    var phone = "+2438%08d".formatted(number);
    row(
        rows,
        id,
        patient,
        0,
        bytes(vault.seal(PHONE, id, phone).bytes()),
        bytes(vault.index("patient.phone", phone)));
  }

  private boolean link(Connection connection, int from, int to) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            insert into medflow.patient_clinic (patient_id, clinic_id, linked_at)
            select id, ?, created_at from medflow.patient where mrn >= ? and mrn < ?
            """)) {
      statement.setObject(1, clinic);
      statement.setString(2, mrn(from));
      statement.setString(3, mrn(to));
      return statement.execute();
    }
  }

  /** Numbers of a year long before the product's first. */
  private static String mrn(int number) {
    return "PAT1970%07d".formatted(number);
  }

  private static void row(StringBuilder rows, Object... values) {
    for (int i = 0; i < values.length; i++) {
      rows.append(i == 0 ? "" : "\t").append(values[i]);
    }
    rows.append('\n');
  }

  private static String bytes(byte[] value) {
    return "\\\\x" + HexFormat.of().formatHex(value);
  }

  private static void copy(Connection connection, String sql, StringBuilder rows)
      throws SQLException {
    var bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(sql, new java.io.ByteArrayInputStream(bytes));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
