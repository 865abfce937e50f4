package org.medflow.legacy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medflow.legacy.boundary.Counts;
import org.medflow.legacy.boundary.ImportRunView.Stage;

class ProgressTest {

  @ParameterizedTest
  @CsvSource({
    "LOADING, 200, 50, 25",
    "LOADING, 200, 199, 99",
    "LOADING, 200, 200, 99",
    "LOADING, 200, 900, 99",
    "LOADING, -1, 50, 0",
    "WAITING, 0, 0, 0",
    "DONE, 0, 0, 100",
    "DONE, -1, 7, 100"
  })
  void isWholeOnlyWhenTheTableIsDone(String state, long expected, long done, int percent) {
    assertThat(Progress.percent(stage(state, expected, done, 10))).isEqualTo(percent);
  }

  @Test
  void tellsWhatIsLeftAtThePresentPace() {
    assertThat(Progress.remaining(stage("LOADING", 1_000, 90, 100)))
        .contains(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @CsvSource({"LOADING, 1000, 0", "LOADING, -1, 50", "WAITING, 1000, 50", "DONE, 1000, 50"})
  void saysNothingAboutTheTimeWhenNobodyCanTell(String state, long expected, long pace) {
    assertThat(Progress.remaining(stage(state, expected, 10, pace))).isEmpty();
  }

  @Test
  void writesATimeAsAClockDoes() {
    assertThat(Progress.clock(Duration.ofSeconds(36))).isEqualTo("00:00:36");
    assertThat(Progress.clock(Duration.ofHours(26).plusSeconds(61))).isEqualTo("26:01:01");
  }

  static Stage stage(String state, long expected, long done, long pace) {
    var counts = new Counts(done, 0, 0, 0, 0, 0, 0);
    return new Stage("LV_Patients", "patient", state, expected, null, pace, counts);
  }
}
