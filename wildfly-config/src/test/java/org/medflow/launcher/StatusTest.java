package org.medflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {

  @TempDir Path folder;

  @Test
  void tellsWhereEverythingAnswers() throws IOException {
    var json = new ObjectMapper().readTree(StatusVerb.text(Addresses.of(new Ports(100), true)));

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly("ready", "pages", "api", "openapi", "health", "metrics", "console");
    assertThat(json.path("ready").asBoolean()).isTrue();
    assertThat(json.path("pages").asText()).isEqualTo("http://127.0.0.1:8180/");
    assertThat(json.path("api").asText()).isEqualTo("http://127.0.0.1:8180/api/v1");
    assertThat(json.path("health").asText()).endsWith("/health");
    assertThat(json.path("metrics").asText()).isEqualTo("http://127.0.0.1:8180/metrics");
    assertThat(json.path("console").asText()).startsWith("http://127.0.0.1:10090/console");
  }

  @Test
  void endsWithThreeWhenNothingRuns() {
    assertThat(new StatusVerb(Home.open(folder), true).run()).isEqualTo(3);
  }

  @Test
  void readsBackWhatASupervisorWrote() {
    var home = Home.open(folder);
    var state = new RunState(RunState.FAILED, "A sentence.", 1, 2, 3, 100, true);
    state.write(home);

    assertThat(RunState.read(home)).contains(state);
    assertThat(state.ports().pages()).isEqualTo(8180);
  }

  @Test
  void knowsNothingOfAnEmptyFolder() {
    assertThat(RunState.read(Home.open(folder))).isEmpty();
  }

  @Test
  void namesAGarbledRunFile() throws IOException {
    var home = Home.open(folder);
    Files.writeString(home.runFile(), "{");

    assertThatThrownBy(() -> RunState.read(home)).hasMessageContaining("run.json");
  }
}
