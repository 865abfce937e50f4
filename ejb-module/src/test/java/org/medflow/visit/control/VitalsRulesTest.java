package org.medflow.visit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medflow.platform.error.FieldError;
import org.medflow.platform.error.Invalid;
import org.medflow.visit.boundary.RecordVitals;

class VitalsRulesTest {

  @ParameterizedTest
  @CsvSource({
    "systolic,40,300,39,301",
    "pulse,20,300,19,301",
    "temperature,25,45,24.9,45.1",
    "breaths,4,60,3,61",
    "saturation,0,100,-1,101",
    "weight,0.3,500,0.2,500.1",
    "height,20,280,19.9,280.1",
    "glucose,0.5,60,0.4,60.1"
  })
  void takesBothBoundsAndRefusesWhatLiesBeyond(
      String field, String least, String most, String below, String above) {
    assertThat(broken(field, least)).isEmpty();
    assertThat(broken(field, most)).isEmpty();
    assertThat(broken(field, below)).containsExactly(new FieldError(field, "range-" + field));
    assertThat(broken(field, above)).containsExactly(new FieldError(field, "range-" + field));
  }

  @Test
  void bloodPressureHasTwoFiguresInTheirOrder() {
    assertThat(errors(Map.of("systolic", "120")))
        .containsExactly(new FieldError("diastolic", "pressure-both"));
    assertThat(errors(Map.of("diastolic", "80")))
        .containsExactly(new FieldError("systolic", "pressure-both"));
    assertThat(errors(Map.of("systolic", "80", "diastolic", "80")))
        .containsExactly(new FieldError("diastolic", "pressure-order"));
    assertThat(errors(Map.of("systolic", "120", "diastolic", "80"))).isEmpty();
  }

  @Test
  void tellsEveryBrokenFieldAtOnce() {
    assertThat(errors(Map.of("pulse", "400", "breaths", "1", "weight", "70.25")))
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder("pulse", "breaths", "weight");
  }

  @Test
  void wantsAtLeastOneMeasureOrANote() {
    assertThat(errors(Map.of())).containsExactly(new FieldError("vitals", "vitals-empty"));
    assertThat(errors(Map.of("note", "  "))).extracting(FieldError::field).containsOnly("vitals");
    assertThat(errors(Map.of("note", "refuse la tension"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"70,175,22.9", "3.2,50,12.8", "120.5,160,47.1"})
  void givesTheBodyMassIndex(BigDecimal weight, BigDecimal height, BigDecimal bmi) {
    assertThat(VitalsRules.bmi(weight, height)).isEqualTo(bmi);
  }

  @Test
  void givesNoneWithoutWeightOrHeight() {
    assertThat(VitalsRules.bmi(null, BigDecimal.TEN)).isNull();
    assertThat(VitalsRules.bmi(BigDecimal.TEN, null)).isNull();
  }

  private static List<FieldError> broken(String field, String value) {
    var values = new HashMap<>(Map.of(field, value));
    if (field.equals("systolic")) {
      values.put("diastolic", "30");
    }
    return errors(values);
  }

  private static List<FieldError> errors(Map<String, String> values) {
    var refused = catchThrowableOfType(Invalid.class, () -> VitalsRules.checked(vitals(values)));
    return refused == null ? List.of() : refused.fields();
  }

  private static RecordVitals vitals(Map<String, String> values) {
    return new RecordVitals(
        whole(values, "systolic"),
        whole(values, "diastolic"),
        whole(values, "pulse"),
        decimal(values, "temperature"),
        whole(values, "breaths"),
        whole(values, "saturation"),
        decimal(values, "weight"),
        decimal(values, "height"),
        decimal(values, "glucose"),
        values.get("note"));
  }

  private static Integer whole(Map<String, String> values, String field) {
    return values.containsKey(field) ? Integer.valueOf(values.get(field)) : null;
  }

  private static BigDecimal decimal(Map<String, String> values, String field) {
    return values.containsKey(field) ? new BigDecimal(values.get(field)) : null;
  }
}
