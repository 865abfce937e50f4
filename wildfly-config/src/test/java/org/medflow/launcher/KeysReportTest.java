package org.medflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysReportTest {

  @TempDir Path folder;

  private static KeysReport report(String json) {
    try {
      return new KeysReport(new ObjectMapper().readTree(json.replace('\'', '"')));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(json, broken);
    }
  }

  @Test
  void saysWhatEachKeyStillHolds() {
    var report =
        report(
            """
            {'current': 2, 'running': false, 'needed': true, 'failed': 0, 'keys': [
              {'key': 1, 'setting': 'PHI_ENCRYPTION_KEY', 'standing': 'NEEDED', 'values': 40},
              {'key': 2, 'setting': 'PHI_ENCRYPTION_KEY_V2', 'standing': 'CURRENT', 'values': 3}]}
            """);
    assertThat(report.lines())
        .containsExactly(
            "Key 1 has sealed 40 values and is still needed.",
            "Key 2 seals new values and has sealed 3.",
            "Values of other keys are sealed with key 2 by: ./medflow keys --reencrypt");
    assertThat(report.failed()).isFalse();
  }

  @Test
  void saysWhichKeyMayGo() {
    var report =
        report(
            """
            {'current': 2, 'running': false, 'needed': false, 'failed': 0, 'keys': [
              {'key': 1, 'setting': 'PHI_ENCRYPTION_KEY', 'standing': 'UNNEEDED', 'values': 0}]}
            """);
    assertThat(report.lines())
        .containsExactly(
            "Key 1 is no longer needed: PHI_ENCRYPTION_KEY may be removed from the key file.");
  }

  @Test
  void saysHowFarItIsAndWhatCannotBeOpened() {
    var report =
        report(
            """
            {'current': 2, 'running': true, 'needed': true, 'percent': 30, 'secondsLeft': 12,
             'failed': 1, 'keys': [{'key': 7, 'standing': 'MISSING', 'values': 1}],
             'failures': [{'column': 'patient.email_sealed', 'row': 'abc', 'key': 7}]}
            """);
    assertThat(report.lines())
        .containsExactly(
            "Key 7 has sealed 1 values and is not in the key file.",
            "Re-encryption: 30 %, about 12 s left.",
            "1 values cannot be opened and stay as they are:",
            "  patient.email_sealed, row abc, key 7");
    assertThat(report.failed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--status --reencrypt", "--rotate-signing --status"})
  void wantsOneDeed(String options) {
    var words = ("keys " + options).trim().split(" ");
    var verb = new KeysVerb(Home.open(folder), Arguments.parse(words));
    assertThatThrownBy(verb::check)
        .isInstanceOf(LauncherProblem.class)
        .hasMessageContaining("keys needs one of");
  }
}
