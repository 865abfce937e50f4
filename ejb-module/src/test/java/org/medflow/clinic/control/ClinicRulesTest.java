package org.medflow.clinic.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.medflow.clinic.boundary.AmendClinic;
import org.medflow.clinic.entity.Clinic.Particulars;
import org.medflow.platform.error.FieldError;
import org.medflow.platform.error.Invalid;

class ClinicRulesTest {

  private static final Particulars NOW =
      new Particulars(
          "Gombe",
          "Kinshasa",
          "Africa/Kinshasa",
          "main",
          "active",
          null,
          "+243 81 000 00 00",
          null,
          "required");

  private static AmendClinic change(String name, String status, String phone, String email) {
    return new AmendClinic(name, null, null, null, status, null, phone, email, null);
  }

  @Test
  void keepsWhatIsNotSentAndEmptiesWhatIsSentEmpty() {
    var then = ClinicRules.changed(NOW, change(" Limete ", null, "", "accueil@clinique.cd"));
    assertThat(then.name()).isEqualTo("Limete");
    assertThat(then.city()).isEqualTo("Kinshasa");
    assertThat(then.phone()).isNull();
    assertThat(then.email()).isEqualTo("accueil@clinique.cd");
    assertThat(ClinicRules.difference(NOW, then))
        .isEqualTo(
            "name: Gombe → Limete; phone: +243 81 000 00 00 → –;"
                + " email: – → accueil@clinique.cd");
  }

  @Test
  void saysEverythingThatIsWrongAtOnce() {
    var wrong =
        new AmendClinic(
            "", "x".repeat(81), "Africa/Nowhere", "tent", "lost", null, "call me", "at@home", "no");
    assertThatThrownBy(() -> ClinicRules.changed(NOW, wrong))
        .isInstanceOfSatisfying(
            Invalid.class,
            refused ->
                assertThat(refused.fields())
                    .containsExactly(
                        new FieldError("name", "required"),
                        new FieldError("city", "too-long"),
                        new FieldError("timeZone", "unknown-time-zone"),
                        new FieldError("kind", "bad-format"),
                        new FieldError("status", "bad-format"),
                        new FieldError("secondFactor", "bad-format"),
                        new FieldError("phone", "bad-phone"),
                        new FieldError("email", "bad-email")));
  }

  @Test
  void seesNoDifferenceWhereThereIsNone() {
    var same = ClinicRules.changed(NOW, change(null, "active", null, null));
    assertThat(same).isEqualTo(NOW);
    assertThat(ClinicRules.difference(NOW, same)).isEmpty();
  }
}
