package org.medflow.clinic.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The catalogue of settings and the forms of their values. */
class SettingKeyTest {

  @ParameterizedTest
  @EnumSource(SettingKey.class)
  void everyDefaultIsAValueOfItsType(SettingKey key) {
    assertThat(key.type().problem(key.standard())).isEmpty();
    assertThat(SettingKey.of(key.code())).contains(key);
    assertThat(key.code()).matches("[a-z]+[.][a-z-]{2,40}").startsWith(key.family() + ".");
  }

  @Test
  void noTwoSettingsHaveOneName() {
    assertThat(Arrays.stream(SettingKey.values()).map(SettingKey::code)).doesNotHaveDuplicates();
    assertThat(SettingKey.of("appointments.no-such")).isEmpty();
  }

  @Test
  void holdsTheNumbersOfTheSpecification() {
    assertThat(SettingKey.SLOT_MINUTES.standard()).isEqualTo("30");
    assertThat(SettingKey.BUFFER_MINUTES.standard()).isEqualTo("5");
    assertThat(SettingKey.OPENS.standard()).isEqualTo("08:00");
    assertThat(SettingKey.CLOSES.standard()).isEqualTo("18:00");
    assertThat(SettingKey.QUEUE_MINUTES.standard()).isEqualTo("15");
    assertThat(SettingKey.DRUG_DAYS.standard()).isEqualTo("90");
    assertThat(SettingKey.OPTICAL_DAYS.standard()).isEqualTo("365");
    assertThat(SettingKey.THERAPY_DAYS.standard()).isEqualTo("180");
    assertThat(SettingKey.REFILLS.standard()).isEqualTo("5");
    assertThat(SettingKey.DUE_DAYS.standard()).isEqualTo("30");
    assertThat(SettingKey.DUE_DAYS_URGENT.standard()).isEqualTo("7");
    assertThat(SettingKey.DUE_DAYS_INSURANCE.standard()).isEqualTo("60");
    assertThat(SettingKey.LOW_STOCK.standard()).isEqualTo("10");
    assertThat(SettingKey.REMIND_AHEAD.standard()).isEqualTo("PT24H");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "SLOT_MINUTES, 5, -",
        "SLOT_MINUTES, 240, -",
        "SLOT_MINUTES, 4, out-of-range",
        "SLOT_MINUTES, 241, out-of-range",
        "SLOT_MINUTES, 030, bad-format",
        "SLOT_MINUTES, -5, bad-format",
        "SLOT_MINUTES, 30.0, bad-format",
        "SLOT_MINUTES, 99999999999, bad-format",
        "SLOT_MINUTES, '', bad-format",
        "OPENS, 23:59, -",
        "OPENS, 24:00, bad-format",
        "OPENS, 8:00, bad-format",
        "REMIND, false, -",
        "REMIND, FALSE, bad-format",
        "REMIND, 1, bad-format",
        "REMIND_AHEAD, PT1H, -",
        "REMIND_AHEAD, PT168H, -",
        "REMIND_AHEAD, PT169H, out-of-range",
        "REMIND_AHEAD, PT59M, out-of-range",
        "REMIND_AHEAD, P1D, bad-format",
        "REMIND_AHEAD, 24, bad-format",
        "CURRENCY, USD, -",
        "CURRENCY, usd, bad-format",
        "DAYS, 'mon,sat', -",
        "DAYS, 'sat,mon', bad-format",
        "DAYS, 'mon,mon', bad-format",
        "DAYS, 'mon,', bad-format",
        "DAYS, '', bad-format"
      })
  void readsATextAsItsTypeWants(SettingKey key, String text, String problem) {
    assertThat(key.type().problem(text).orElse(null)).isEqualTo(problem);
  }
}
