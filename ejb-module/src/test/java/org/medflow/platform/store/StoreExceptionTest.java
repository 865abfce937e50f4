package org.medflow.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreExceptionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ERROR: duplicate key value violates unique constraint \"clinic_code_uk\"\n  Detail: Key…",
        "ERREUR: la valeur d'une clé dupliquée rompt la contrainte unique « clinic_code_uk »",
        "FEHLER: doppelter Schlüsselwert verletzt Unique-Constraint „clinic_code_uk“"
      })
  void namesTheConstraintWhateverTheLanguageOfTheServer(String message) {
    var refused = new SQLException(message, "23505");
    assertThat(StoreException.constraintOf(new StoreException(refused))).contains("clinic_code_uk");
  }

  @Test
  void findsTheConstraintUnderOtherCauses() {
    var refused = new SQLException("violates check constraint \"patient_check\"", "23514");
    var wrapped = new IllegalStateException(new RuntimeException(refused));
    assertThat(StoreException.constraintOf(wrapped)).contains("patient_check");
  }

  @Test
  void takesTheNameOfTheConstraintNotOfTheRelation() {
    var refused =
        new SQLException(
            "new row for relation \"patient\" violates check constraint \"patient_sex_check\"",
            "23514");
    assertThat(StoreException.constraintOf(refused)).contains("patient_sex_check");
  }

  @Test
  void seesNoConstraintInOtherFailures() {
    assertThat(StoreException.constraintOf(new SQLException("connection refused", "08001")))
        .isEmpty();
    assertThat(StoreException.constraintOf(new SQLException("no state at all"))).isEmpty();
    assertThat(StoreException.constraintOf(new IllegalStateException("other"))).isEmpty();
    assertThat(StoreException.constraintOf(null)).isEmpty();
  }

  @Test
  void keepsAViolationWithoutANameAViolation() {
    assertThat(StoreException.constraintOf(new SQLException("refused", "23000"))).contains("");
  }
}
