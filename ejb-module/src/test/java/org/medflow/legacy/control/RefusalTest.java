package org.medflow.legacy.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medflow.legacy.entity.Outcome;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.store.StoreException;

class RefusalTest {

  @Test
  void callsABrokenFieldInvalidAndNamesIt() {
    assertThat(Refusal.verdict(Invalid.field("lastName", "too-long")))
        .isEqualTo(RowVerdict.aside(Outcome.INVALID, "too-long:lastName"));
    assertThat(Refusal.verdict(new Invalid("malformed")))
        .isEqualTo(RowVerdict.aside(Outcome.INVALID, "malformed"));
  }

  @Test
  void leavesAConflictToAPerson() {
    assertThat(Refusal.verdict(new Conflict("patient-known-elsewhere")))
        .isEqualTo(RowVerdict.aside(Outcome.REVIEW, "patient-known-elsewhere"));
    assertThat(Refusal.verdict(new NotFound("not-found")))
        .isEqualTo(RowVerdict.aside(Outcome.REVIEW, "record-gone"));
  }

  @Test
  void callsAMissingRightAnError() {
    assertThat(Refusal.verdict(new Forbidden("forbidden")).outcome()).isEqualTo(Outcome.ERROR);
  }

  @Test
  void leavesARowOfAnotherClinicToAPerson() {
    var taken = new SQLException("violates unique constraint \"legacy_mapping_uk\"", "23505");
    assertThat(Refusal.race(new StoreException(taken)))
        .contains(RowVerdict.aside(Outcome.REVIEW, "patient-known-elsewhere"));
    assertThat(Refusal.race(new IllegalStateException("other"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "08006, true",
    "40P01, true",
    "57P01, true",
    "53300, true",
    "23505, false",
    "22001, false"
  })
  void tellsPassingTroubleFromABadRow(String state, boolean passes) {
    var failure = new IllegalStateException(new StoreException(new SQLException("x", state)));
    assertThat(PassingTrouble.is(failure)).isEqualTo(passes);
  }

  @Test
  void takesALostConnectionForPassing() {
    assertThat(PassingTrouble.is(new StoreException(new SQLTransientConnectionException("gone"))))
        .isTrue();
    assertThat(PassingTrouble.is(new IllegalArgumentException("bug"))).isFalse();
  }

  @Test
  void saysWhatFailedWithoutItsMessage() {
    assertThat(PassingTrouble.kinds(new IllegalStateException("NAME " + UUID.randomUUID())))
        .contains("IllegalStateException", "RefusalTest")
        .doesNotContain("NAME");
  }
}
