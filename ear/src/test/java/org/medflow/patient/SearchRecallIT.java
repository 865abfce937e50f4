package org.medflow.patient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Report;
import org.medflow.harness.Settings;
import org.medflow.harness.Shared;

/** The short round of {@code ./medflow bench search}: no times, only what is found and how. */
class SearchRecallIT {

  private static final int PERSONS = 20_000;
  private static final long SEED = Settings.seed(1_012);

  private static SearchRound round;

  @BeforeAll
  static void load() {
    var clinic = ClinicFixture.open("receptionist");
    var sample = new PatientLoad(Shared.server(), clinic.id(), SEED, 20).load(PERSONS);
    round = new SearchRound(clinic, sample);
  }

  @Test
  void findsThePersonBehindATypingError() {
    double recall = round.recall(SEED);
    Report.line(
        "search: recall@10 %.3f over 1000 typos, %d patients, seed %d", recall, PERSONS, SEED);
    assertThat(recall).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void readsNoTableAsAWhole() {
    round.assertIndexed(SEED);
  }
}
