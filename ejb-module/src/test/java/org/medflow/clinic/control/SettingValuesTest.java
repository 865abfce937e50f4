package org.medflow.clinic.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.medflow.clinic.entity.SettingKey.CLOSES;
import static org.medflow.clinic.entity.SettingKey.OPENS;
import static org.medflow.clinic.entity.SettingKey.REFILLS;
import static org.medflow.clinic.entity.SettingKey.SLOT_MINUTES;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medflow.clinic.control.SettingValues.Stored;
import org.medflow.clinic.entity.SettingKey;
import org.medflow.platform.error.Invalid;

/** Default, then group, then clinic. */
class SettingValuesTest {

  private static final UUID CLINIC = UUID.randomUUID();

  private static Stored group(SettingKey key, String value, long version) {
    return new Stored(null, key.code(), value, version);
  }

  private static Stored clinic(SettingKey key, String value, long version) {
    return new Stored(CLINIC, key.code(), value, version);
  }

  private static SettingValues values(Stored... rows) {
    return new SettingValues(List.of(rows));
  }

  @Test
  void holdsTheDefaultUntilSomebodySpeaks() {
    assertThat(values().effective(SLOT_MINUTES)).isEqualTo("30");
    assertThat(values().origin(SLOT_MINUTES)).isEqualTo("default");
    assertThat(values().clinicVersion(SLOT_MINUTES)).isZero();
  }

  @Test
  void theGroupStandsBeforeTheDefaultAndTheClinicBeforeTheGroup() {
    var common = values(group(SLOT_MINUTES, "20", 3));
    assertThat(common.effective(SLOT_MINUTES)).isEqualTo("20");
    assertThat(common.origin(SLOT_MINUTES)).isEqualTo("group");
    assertThat(common.groupVersion(SLOT_MINUTES)).isEqualTo(3);

    var own = values(group(SLOT_MINUTES, "20", 3), clinic(SLOT_MINUTES, "45", 1));
    assertThat(own.effective(SLOT_MINUTES)).isEqualTo("45");
    assertThat(own.origin(SLOT_MINUTES)).isEqualTo("clinic");
    assertThat(own.clinicVersion(SLOT_MINUTES)).isEqualTo(1);
  }

  @Test
  void whatWasGivenBackIsInheritedAndKeepsItsVersion() {
    var back = values(group(SLOT_MINUTES, "20", 3), clinic(SLOT_MINUTES, null, 2));
    assertThat(back.effective(SLOT_MINUTES)).isEqualTo("20");
    assertThat(back.origin(SLOT_MINUTES)).isEqualTo("group");
    assertThat(back.clinicVersion(SLOT_MINUTES)).isEqualTo(2);
  }

  @Test
  void aClinicHasNoSayWhereTheGroupAloneDecides() {
    var values = values(group(REFILLS, "3", 1), clinic(REFILLS, "5", 1));
    assertThat(values.effective(REFILLS)).isEqualTo("3");
    assertThat(values.origin(REFILLS)).isEqualTo("group");
  }

  @Test
  void aTextThatIsNoValueAnyMoreCountsAsNotSaid() {
    var values = values(group(SLOT_MINUTES, "20", 1), clinic(SLOT_MINUTES, "1000", 4));
    assertThat(values.effective(SLOT_MINUTES)).isEqualTo("20");
    assertThat(values.origin(SLOT_MINUTES)).isEqualTo("group");
    assertThat(values.clinicVersion(SLOT_MINUTES)).isEqualTo(4);
  }

  @Test
  void aDayDoesNotEndBeforeItBegins() {
    assertThatCode(() -> SettingRules.together(values())).doesNotThrowAnyException();
    assertThatThrownBy(() -> SettingRules.together(values(clinic(OPENS, "18:00", 1))))
        .isInstanceOfSatisfying(
            Invalid.class,
            refused ->
                assertThat(refused.fields())
                    .singleElement()
                    .satisfies(field -> assertThat(field.code()).isEqualTo("opens-after-closing")));
    assertThatCode(
            () ->
                SettingRules.together(
                    values(clinic(OPENS, "18:00", 1), clinic(CLOSES, "22:30", 1))))
        .doesNotThrowAnyException();
  }

  @Test
  void aValueIsTrimmedAndCheckedByItsType() {
    assertThat(SettingRules.checked(SLOT_MINUTES, " 45 ")).isEqualTo("45");
    assertThatThrownBy(() -> SettingRules.checked(SLOT_MINUTES, "soon"))
        .isInstanceOfSatisfying(
            Invalid.class,
            refused -> assertThat(refused.fields().get(0).field()).isEqualTo("value"));
  }
}
