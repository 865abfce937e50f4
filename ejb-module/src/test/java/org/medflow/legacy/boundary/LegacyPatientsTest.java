package org.medflow.legacy.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.legacy.control.RowVerdict;
import org.medflow.legacy.entity.Outcome;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.Unavailable;
import org.medflow.platform.store.StoreException;

class LegacyPatientsTest {

  private final Claim claim =
      new Claim(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), false);
  private final Intake intake = new Intake();
  private final LegacyPatients patients = new LegacyPatients();

  @BeforeEach
  void open() {
    patients.intake = intake;
  }

  @Test
  void takesEveryRowInItsTurn() {
    patients.take(claim, List.of(row(2), row(3)));
    assertThat(intake.taken).containsExactly(2L, 3L);
  }

  @Test
  void setsARefusedRowAsideAndGoesOn() {
    intake.failures.add(Invalid.field("lastName", "too-long"));
    patients.take(claim, List.of(row(2), row(3)));
    assertThat(intake.aside)
        .containsExactly(RowVerdict.aside(Outcome.INVALID, "too-long:lastName"));
    assertThat(intake.taken).containsExactly(3L);
  }

  @Test
  void givesABrokenRowOneMoreTry() {
    intake.failures.add(new IllegalStateException("commit failed"));
    patients.take(claim, List.of(row(2)));
    assertThat(intake.taken).containsExactly(2L);
    assertThat(intake.aside).isEmpty();
  }

  @Test
  void writesDownARowThatBreaksTwice() {
    intake.failures.addAll(List.of(new IllegalStateException(), new IllegalStateException()));
    patients.take(claim, List.of(row(2), row(3)));
    assertThat(intake.aside).containsExactly(RowVerdict.aside(Outcome.ERROR, "unexpected"));
    assertThat(intake.taken).containsExactly(3L);
  }

  @Test
  void stopsWhenTheDatabaseIsAway() {
    var gone = new StoreException(new SQLException("gone", "08006"));
    intake.failures.add(gone);
    assertThatThrownBy(() -> patients.take(claim, List.of(row(2), row(3)))).isSameAs(gone);
    assertThat(intake.taken).isEmpty();
    assertThat(intake.aside).isEmpty();
  }

  @Test
  void stopsWhenAPartIsAwayOrAnotherExecutionHoldsTheRun() {
    for (var stop : List.of(new Unavailable("unavailable"), new Conflict("import-taken-over"))) {
      intake.failures.add(stop);
      assertThatThrownBy(() -> patients.take(claim, List.of(row(2)))).isSameAs(stop);
    }
    assertThat(intake.aside).isEmpty();
  }

  private static LegacyPatientRow row(long line) {
    return new LegacyPatientRow(line, null, Map.of());
  }

  private static class Intake extends PatientIntake {
    final Deque<RuntimeException> failures = new ArrayDeque<>();
    final List<Long> taken = new ArrayList<>();
    final List<RowVerdict> aside = new ArrayList<>();

    @Override
    public void take(Claim claim, LegacyPatientRow row) {
      if (!failures.isEmpty()) {
        throw failures.pop();
      }
      taken.add(row.line());
    }

    @Override
    public void setAside(Claim claim, LegacyPatientRow row, RowVerdict verdict) {
      aside.add(verdict);
    }
  }
}
