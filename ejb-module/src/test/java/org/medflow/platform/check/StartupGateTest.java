package org.medflow.platform.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.medflow.platform.store.FakeInstance;
import org.medflow.platform.store.FakeRows;

class StartupGateTest {

  private static StartupGate gate(StartupCheck... checks) {
    var gate = new StartupGate();
    gate.checks = new FakeInstance<>(checks);
    return gate;
  }

  @Test
  void opensWhenEveryCheckIsContent() {
    var gate = gate(Optional::empty, Optional::empty);
    gate.open();
    assertThat(gate.passed()).isTrue();
  }

  @Test
  void staysShutWithTheFirstSentence() {
    var gate = gate(Optional::empty, () -> Optional.of("No key."), () -> Optional.of("Later."));
    assertThatThrownBy(gate::open).isInstanceOf(IllegalStateException.class).hasMessage("No key.");
    assertThat(gate.passed()).isFalse();
  }

  @Test
  void saysThatTheDatabaseIsOutOfReach() {
    var query = new SchemaVersionQuery();
    query.rows = new FakeRows().refuses("flyway", "08001", "connection refused");
    assertThatThrownBy(() -> gate(query).open()).hasMessageContaining("database cannot be read");
  }

  @Test
  void refusesASchemaOfAnotherRelease() {
    var query = new SchemaVersionQuery();
    query.rows = new FakeRows().answer("flyway", FakeRows.row("version", "0001"));
    assertThat(query.problem().orElseThrow())
        .startsWith("The database has schema version 0001")
        .contains("./medflow migrate");
  }

  @Test
  void refusesASchemaThatWasNeverMade() {
    var query = new SchemaVersionQuery();
    query.rows = new FakeRows();
    assertThat(query.problem().orElseThrow()).contains("version none");
  }

  @Test
  void acceptsItsOwnSchema() {
    var query = new SchemaVersionQuery();
    query.rows =
        new FakeRows().answer("flyway", FakeRows.row("version", SchemaVersionQuery.EXPECTED));
    assertThat(query.problem()).isEmpty();
  }
}
