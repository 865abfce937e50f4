package org.medflow.platform.web;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;

/**
 * Answers of health checks in the JSON of MicroProfile Health; names and data are our own words.
 */
final class HealthText {

  private HealthText() {}

  static boolean up(Collection<HealthCheckResponse> answers) {
    return answers.stream().allMatch(answer -> answer.getStatus() == Status.UP);
  }

  static String of(Collection<HealthCheckResponse> answers) {
    return "{\"status\":\"%s\",\"checks\":[%s]}"
        .formatted(
            up(answers) ? Status.UP : Status.DOWN,
            answers.stream().map(HealthText::check).collect(Collectors.joining(",")));
  }

  private static String check(HealthCheckResponse answer) {
    return "{\"name\":\"%s\",\"status\":\"%s\",\"data\":{%s}}"
        .formatted(
            answer.getName(),
            answer.getStatus(),
            answer.getData().map(HealthText::data).orElse(""));
  }

  private static String data(Map<String, Object> data) {
    return data.entrySet().stream()
        .map(entry -> "\"%s\":\"%s\"".formatted(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(","));
  }
}
