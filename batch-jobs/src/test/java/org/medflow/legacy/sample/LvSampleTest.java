package org.medflow.legacy.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.medflow.legacy.entity.Outcome;

class LvSampleTest {

  @Test
  void isTheFileInTheRepository() throws IOException {
    assertThat(Files.readString(LvSample.FILE, StandardCharsets.UTF_8))
        .isEqualTo(LvSample.make().text());
  }

  @Test
  void comesOutAsItsReadmeSays() throws IOException {
    var expected = LvSample.make().expected();
    assertThat(expected)
        .containsOnly(
            entry(Outcome.CREATED, 1_938L),
            entry(Outcome.UNCHANGED, 10L),
            entry(Outcome.INVALID, 26L),
            entry(Outcome.REVIEW, 26L));
    var readme = Files.readString(Path.of("samples/lv/README.md"));
    expected.forEach(
        (outcome, rows) -> assertThat(readme).contains("| %s | %d |".formatted(outcome, rows)));
  }
}
