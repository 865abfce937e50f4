package org.medflow.legacy.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.legacy.control.CodeQuery;
import org.medflow.platform.error.FieldError;
import org.medflow.platform.error.Invalid;

class CodeTablesTest {

  private final List<LegacyCode> kept = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final CodeTables tables = new CodeTables();

  @BeforeEach
  void open() {
    tables.codes =
        new CodeQuery() {
          @Override
          public void put(LegacyCode code) {
            kept.add(code);
          }
        };
    tables.audit =
        new AuditTrail() {
          @Override
          public void wrote(String action, String entity, Collection<UUID> ids, String reason) {
            told.add(action + " " + reason);
          }
        };
  }

  @Test
  void keepsAMeaningThatIsOneOfOurs() {
    var code = code("status", "REPORTE", "SCHEDULED");
    tables.put(code);
    assertThat(kept).containsExactly(code);
    assertThat(told).containsExactly("import.code Ag_Rdv.status");
  }

  @Test
  void refusesAMeaningThatIsNone() {
    refused(code("status", "REPORTE", "SOMEHOW"), "meaning", "unknown-meaning");
    refused(code("status", "REPORTE", null), "meaning", "unknown-meaning");
    refused(code("motif", "REPORTE", "SCHEDULED"), "meaning", "unknown-meaning");
    refused(code("motif", "REPORTE", null), "meaning", "unknown-meaning");
    refused(null, "meaning", "unknown-meaning");
  }

  @Test
  void refusesACodeThatIsNone() {
    refused(code("status", null, "SCHEDULED"), "code", "bad-format");
    refused(code("status", " ", "SCHEDULED"), "code", "bad-format");
    refused(code("status", "X".repeat(61), "SCHEDULED"), "code", "bad-format");
  }

  private void refused(LegacyCode code, String field, String why) {
    assertThatThrownBy(() -> tables.put(code))
        .asInstanceOf(InstanceOfAssertFactories.type(Invalid.class))
        .satisfies(
            invalid -> assertThat(invalid.fields()).containsExactly(new FieldError(field, why)));
    assertThat(kept).isEmpty();
  }

  private static LegacyCode code(String column, String code, String meaning) {
    return new LegacyCode("carevision", "Ag_Rdv", column, code, meaning, 0);
  }
}
