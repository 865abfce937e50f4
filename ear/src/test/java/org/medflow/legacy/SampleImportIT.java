package org.medflow.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Import;
import org.medflow.harness.Settings;
import org.medflow.harness.Shared;

/** The sample of the repository, twice. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SampleImportIT {

  private static ClinicFixture clinic;
  private static Import first;

  @BeforeAll
  static void importOnce() {
    clinic = ClinicFixture.open("receptionist");
    first = Import.of(Shared.server(), sample(), clinic.code());
  }

  @Test
  @Order(1)
  void takesInTheSampleAndAccountsForEveryRow() {
    assertThat(first.read()).isEqualTo(2_000);
    assertThat(first.accounted()).isEqualTo(first.read());
    assertThat(first.count("error")).isZero();
    assertThat(first.count("created")).isEqualTo(1_938);
    assertThat(first.count("unchanged")).isEqualTo(10);
    assertThat(first.count("invalid")).isEqualTo(26);
    assertThat(first.count("review")).isEqualTo(26);
  }

  @Test
  @Order(2)
  void registersAsManyPeopleAsItSays() {
    assertThat(
            Shared.server()
                .owner()
                .number(
                    "select count(*) from medflow.patient_clinic where clinic_id = ?", clinic.id()))
        .isEqualTo(first.count("created"));
  }

  @Test
  @Order(3)
  void changesNothingTheSecondTime() {
    var second = Import.of(Shared.server(), sample(), clinic.code());
    assertThat(second.read()).isEqualTo(first.read());
    assertThat(second.accounted()).isEqualTo(second.read());
    assertThat(second.count("created")).isZero();
    assertThat(second.count("updated")).isZero();
    assertThat(second.count("unchanged")).isEqualTo(1_948);
  }

  private static Path sample() {
    return Settings.root().resolve("batch-jobs/samples/lv");
  }
}
