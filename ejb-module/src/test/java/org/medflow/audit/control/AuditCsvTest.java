package org.medflow.audit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.audit.boundary.AuditRow;
import org.medflow.platform.error.Invalid;

class AuditCsvTest {

  private static final Instant AT = Instant.parse("2026-11-27T08:15:30.123456Z");
  private static final UUID ID = new UUID(1, 2);

  @Test
  void writesOneLineForARowAndLeavesOutWhatIsNotThere() {
    var lines = AuditCsv.of(List.of(row(null))).split("\r\n");
    assertThat(lines).hasSize(2);
    assertThat(lines[0]).startsWith("at,id,actor_kind,actor,clinic,action");
    assertThat(lines[1])
        .isEqualTo(
            AT + "," + ID + ",USER," + ID + ",,\"patient.read\",\"patient\"," + ID + ",1,done,,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+243", "-2", "@SUM(A1)", "\tx", "=\n1"})
  void makesNoFormulaOfAReason(String reason) {
    assertThat(AuditCsv.of(List.of(row(reason)))).contains("\"'" + reason + "\"");
  }

  @Test
  void keepsAQuoteInsideItsCell() {
    assertThat(AuditCsv.of(List.of(row("dit \"oui\", puis non"))))
        .contains("\"dit \"\"oui\"\", puis non\"");
  }

  @Test
  void findsThePlaceBehindARowAgain() {
    var place = AuditCursor.read(AuditCursor.after(row(null)));
    assertThat(place).isEqualTo(new AuditCursor(AT, ID));
    assertThat(AuditCursor.read(null)).isNull();
    assertThat(AuditCursor.read(" ")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1_2", "_", "1", "99999999999999999999_a", "9223372036854775807_x"})
  void refusesAPlaceThatIsNone(String text) {
    assertThatThrownBy(() -> AuditCursor.read(text)).isInstanceOf(Invalid.class);
  }

  private static AuditRow row(String reason) {
    return new AuditRow(
        ID, AT, "USER", ID, null, "patient.read", "patient", List.of(ID), 1, "done", reason, null);
  }
}
