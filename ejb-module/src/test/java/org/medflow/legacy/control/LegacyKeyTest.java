package org.medflow.legacy.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.SourceRow;

class LegacyKeyTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "NULL", "000", "0", "---", "#"})
  void isNoneInAnEmptyFileNumber(String key) {
    assertThat(LegacyKey.problem(LegacyTable.LV_PATIENTS, row(key, null))).isEqualTo("no-key");
  }

  @Test
  void isCutWhenItIsAStory() {
    var row = row("9".repeat(200), null);
    assertThat(LegacyKey.problem(LegacyTable.LV_PATIENTS, row)).isEqualTo("key-too-long");
    assertThat(LegacyKey.of(LegacyTable.LV_PATIENTS, row)).hasSize(40);
  }

  @Test
  void keepsTheProblemThatTheReaderSaw() {
    var row = row("90001A01", "too-many-columns");
    assertThat(LegacyKey.problem(LegacyTable.LV_PATIENTS, row)).isEqualTo("too-many-columns");
  }

  @Test
  void isWhatStandsThereWithoutBlanks() {
    assertThat(LegacyKey.of(LegacyTable.LV_PATIENTS, row(" 90001A01 ", null)))
        .isEqualTo("90001A01");
  }

  @Test
  void mayBeZeroWhereRowsAreNoPatients() {
    var row = new SourceRow(1, "0", null, Map.of("id", "0"));
    assertThat(LegacyKey.problem(LegacyTable.AG_RDV, row)).isNull();
  }

  private static SourceRow row(String key, String problem) {
    return new SourceRow(2, "2", problem, Map.of("NumFiche", key));
  }
}
