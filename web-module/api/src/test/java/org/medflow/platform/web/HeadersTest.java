package org.medflow.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

  @ParameterizedTest
  @ValueSource(strings = {"\"0\"", "\"7\"", " \"7\" "})
  void readsAVersion(String ifMatch) {
    assertThat(Versions.required(ifMatch)).isIn(0L, 7L);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void asksForAVersion(String ifMatch) {
    assertThatThrownBy(() -> Versions.required(ifMatch))
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.status()).isEqualTo(428));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "*",
        "W/\"7\"",
        "\"-1\"",
        "\"07\"",
        "\"x\"",
        "\"99999999999999999999\"",
        "\"1\",\"2\""
      })
  void refusesAnotherTag(String ifMatch) {
    assertThatThrownBy(() -> Versions.required(ifMatch))
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.status()).isEqualTo(400));
  }

  @Test
  void writesAVersionAsAStrongTag() {
    assertThat(Versions.tag(3)).isEqualTo("3");
    assertThat(Versions.required('"' + Versions.tag(3) + '"')).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345678", "0199e7a0-0000-7000-8000-000000000000", "~!@#$%^&*()_+{}"})
  void takesAKeyOfVisibleCharacters(String key) {
    assertThat(Promises.checked(key)).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1234567", "with space in it", "clé-accentuée", "tab\tinside1"})
  void refusesAnotherKey(String key) {
    assertThatThrownBy(() -> Promises.checked(key))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.code()).isEqualTo("bad-idempotency-key"));
  }

  @Test
  void refusesAKeyBeyondTheLongest() {
    assertThat(Promises.checked("k".repeat(128))).hasSize(128);
    assertThatThrownBy(() -> Promises.checked("k".repeat(129))).isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345678", "A_b.c-d-e", "0199e7a0-0000-7000-8000-000000000000"})
  void takesAHarmlessCorrelationId(String offered) {
    assertThat(Correlation.sane(offered)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "short", "with space here", "line\nbreak-forged", "<script>alert"})
  void makesItsOwnInPlaceOfAnother(String offered) {
    assertThat(Correlation.sane(offered)).isFalse();
    try {
      assertThat(Correlation.begin(offered)).hasSize(36).isEqualTo(Correlation.current());
    } finally {
      Correlation.end();
    }
  }
}
