package org.medflow.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Database;
import org.medflow.harness.Launcher;
import org.medflow.harness.Medflow;
import org.medflow.harness.Shared;

/**
 * A node that still seals with an old key after the last count is found out by the next one. The
 * value is put there by hand, sealed by a key that this server was not given.
 */
class OldKeyIT {

  private static final String COLUMN = " where table_name = 'patient_phone'";

  private final Medflow server = Shared.server();
  private final Database owner = server.owner();
  private UUID patient;

  @BeforeEach
  void leaveAValueBehind() {
    var clinic = ClinicFixture.open(server, "receptionist");
    patient = clinic.registered(clinic.people().complete()).id();
    owner.update(
        """
        insert into medflow.key_walk (table_name, column_name, key_id, state)
        values ('patient_phone', 'value_sealed', 1, 'DONE')
        """);
    owner.update(
        """
        update medflow.patient_phone set value_sealed = '\\x0100000009aabbccddeeff'
         where patient_id = ?
        """,
        patient);
  }

  @AfterEach
  void tidyUp() {
    owner.update("delete from medflow.patient_phone where patient_id = ?", patient);
    owner.update("delete from medflow.key_walk" + COLUMN);
    owner.update("delete from medflow.key_use" + COLUMN);
    owner.update("delete from medflow.key_failure" + COLUMN);
  }

  @Test
  void goesBackToWalkingWhenTheStatusCounts() {
    var said = Launcher.run(server.home(), Map.of(), "keys", "--status");
    assertThat(said.exit()).as(said.output()).isZero();
    assertThat(owner.number("select pass from medflow.key_walk" + COLUMN)).isEqualTo(2);
    assertThat(
            owner.number("select count(*) from medflow.audit_event where reason = 'old-key-seals'"))
        .isPositive();
    Awaitility.await("the worker has walked once more")
        .until(
            () ->
                owner.number(
                        "select count(*) from medflow.key_walk" + COLUMN + " and state = 'DONE'")
                    == 1);
    assertThat(owner.number("select count(*) from medflow.key_failure" + COLUMN)).isPositive();

    Launcher.run(server.home(), Map.of(), "keys", "--status");
    assertThat(owner.number("select pass from medflow.key_walk" + COLUMN))
        .as("what cannot be opened is no reason to walk for ever")
        .isEqualTo(2);
  }
}
