package org.medflow.legacy.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.legacy.boundary.LegacySources;
import org.medflow.legacy.boundary.SourceLost;
import org.medflow.legacy.tds.CareVisionSample;
import org.medflow.platform.error.FieldError;
import org.medflow.platform.error.Invalid;

/** The source by its name, and what is answered when the settings are not there or not right. */
class CareVisionSourcesTest {

  private static final FieldError NOT_CONFIGURED =
      new FieldError("source", "source-not-configured");

  private final CareVisionReading reading = new CareVisionReading();
  private final Map<String, String> settings =
      new HashMap<>(CareVisionReading.settings(reading.server));
  private final LegacySources sources =
      new CareVisionSources(name -> Optional.ofNullable(settings.get(name)), reading.patience);

  @AfterEach
  void stop() {
    reading.close();
  }

  @Test
  void knowsItsNameAndNoOther() {
    assertThat(sources.knows("carevision")).isTrue();
    assertThat(List.of("CareVision", "carevision:", "csv:/carevision", "", "lv"))
        .noneMatch(sources::knows);
    assertThat(sources.knows(null)).isFalse();
  }

  @Test
  void opensWhatTheSettingsName() {
    CareVisionSample.of(1, new CareVisionSample.Size(3, 3, 3)).fill(reading.server);
    try (var source = sources.open("carevision")) {
      assertThat(source.tables()).hasSize(11);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "FALSE", " false "})
  void answersThatItIsSwitchedOff(String value) {
    settings.put("CAREVISION_ENABLED", value);
    settings.remove("CAREVISION_SQL_PASSWORD");
    assertThat(refused()).containsExactly(new FieldError("source", "source-disabled"));
    assertThat(reading.server.greetings()).isZero();
  }

  @Test
  void namesEverySettingThatIsMissing() {
    settings.keySet().removeIf(name -> !name.endsWith("SERVER"));
    settings.put("CAREVISION_SQL_USER", "  ");
    assertThat(refused())
        .containsExactly(
            NOT_CONFIGURED,
            new FieldError("CAREVISION_SQL_DATABASE", "setting-missing"),
            new FieldError("CAREVISION_SQL_USER", "setting-missing"),
            new FieldError("CAREVISION_SQL_PASSWORD", "setting-missing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "14x", "-1", "123456"})
  void refusesAPortThatIsNone(String port) {
    settings.put("CAREVISION_SQL_PORT", port);
    assertThat(refused())
        .containsExactly(NOT_CONFIGURED, new FieldError("CAREVISION_SQL_PORT", "out-of-range"));
  }

  @Test
  void hasSafeWaysWhereNothingIsSaid() {
    settings.keySet().removeAll(List.of("CAREVISION_SQL_PORT", "CAREVISION_SQL_ENCRYPT"));
    var found = CareVisionSettings.of(name -> Optional.ofNullable(settings.get(name)));
    assertThat(found.port()).isEqualTo(1433);
    assertThat(found.tls().encrypt()).isTrue();
    assertThat(found.tls().trustAnyCertificate()).isFalse();
    assertThat(found.mapping()).isEmpty();
  }

  @Test
  void doesNotTalkInTheClearUnlessToldTo() {
    settings.remove("CAREVISION_SQL_ENCRYPT");
    assertThatThrownBy(() -> sources.open("carevision")).isInstanceOf(SourceLost.class);
    assertThat(reading.server.greetings()).isZero();
  }

  @Test
  void saysWhichErrorAWrongPasswordWas() {
    settings.put("CAREVISION_SQL_PASSWORD", "autre");
    assertThatThrownBy(() -> sources.open("carevision"))
        .isInstanceOf(SourceLost.class)
        .hasMessageContaining("18456");
    assertThat(reading.waits).isEmpty();
  }

  @Test
  void printsNoPassword() {
    var found = CareVisionSettings.of(name -> Optional.ofNullable(settings.get(name)));
    assertThat(found.toString() + found.tls())
        .contains("CareVisionBD20")
        .doesNotContain(CareVisionReading.WORD);
  }

  private List<FieldError> refused() {
    try (var opened = sources.open("carevision")) {
      throw new AssertionError("opened " + opened.tables().size());
    } catch (Invalid refused) {
      return refused.fields();
    }
  }
}
