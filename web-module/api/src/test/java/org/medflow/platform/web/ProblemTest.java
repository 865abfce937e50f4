package org.medflow.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medflow.platform.error.FieldError;

class ProblemTest {

  private static final Fault CONFLICT =
      new Fault(409, "patient-likely-duplicate", List.of(), Map.of("candidates", List.of(1)), 0);

  @Test
  void speaksTheCallersLanguage() {
    var fault = Fault.of(404, "not-found");
    assertThat(Problem.of(fault, Locale.FRENCH, "c").detail()).isEqualTo("Introuvable.");
    assertThat(Problem.of(fault, Locale.ENGLISH, "c").detail()).isEqualTo("Not found.");
  }

  @Test
  void putsASentenceBesideEveryField() {
    var fault = new Fault(422, "invalid", List.of(new FieldError("sex", "required")), Map.of(), 0);
    assertThat(Problem.of(fault, Locale.FRENCH, "c").fields())
        .containsExactly(new Problem.Field("sex", "required", "Obligatoire."));
  }

  @Test
  void writesTheDetailsAtTheTop() throws IOException {
    var json = text(Problem.of(CONFLICT, Locale.FRENCH, "c-1"));
    assertThat(json)
        .contains("\"candidates\":[1]", "\"correlationId\":\"c-1\"", "\"status\":409")
        .doesNotContain("\"more\"", "\"details\"");
  }

  @Test
  void saysNothingAboutTheInsideOfAnUnexpectedFailure() throws IOException {
    var fault = Faults.of(new IllegalStateException("select secret from patient"));
    assertThat(text(Problem.of(fault, Locale.ENGLISH, "c")))
        .contains("\"code\":\"internal\"")
        .doesNotContain("secret", "IllegalState");
  }

  private static String text(Problem problem) throws IOException {
    return new String(Json.bytes(problem), StandardCharsets.UTF_8);
  }
}
