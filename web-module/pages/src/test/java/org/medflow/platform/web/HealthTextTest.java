package org.medflow.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class HealthTextTest {

  private static final HealthCheckResponse UP =
      new HealthCheckResponse("medflow", Status.UP, Optional.of(Map.of("database", "up")));
  private static final HealthCheckResponse DOWN =
      new HealthCheckResponse("mail", Status.DOWN, Optional.empty());

  @Test
  void isUpWhenEveryCheckIs() {
    assertThat(HealthText.up(List.of(UP, UP))).isTrue();
    assertThat(HealthText.up(List.of(UP, DOWN))).isFalse();
  }

  @Test
  void tellsEachCheckWithItsData() {
    assertThat(HealthText.of(List.of(UP)))
        .isEqualTo(
            "{\"status\":\"UP\",\"checks\":[{\"name\":\"medflow\",\"status\":\"UP\","
                + "\"data\":{\"database\":\"up\"}}]}");
    assertThat(HealthText.of(List.of(UP, DOWN)))
        .startsWith("{\"status\":\"DOWN\"")
        .contains("{\"name\":\"mail\",\"status\":\"DOWN\",\"data\":{}}");
  }
}
