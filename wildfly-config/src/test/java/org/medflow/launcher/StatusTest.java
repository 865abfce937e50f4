package org.medflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medflow.launcher.RunState.ServerState;

class StatusTest {

  @TempDir Path folder;

  @Test
  void tellsWhereEverythingAnswers() throws IOException {
    var json = new ObjectMapper().readTree(StatusVerb.text(Addresses.of(new Ports(100), true)));

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "ready", "pages", "api", "openapi", "health", "metrics", "console", "nodes");
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
    var servers = List.of(new ServerState(1, 3, 100), new ServerState(2, 4, 101));
    var state = new RunState(RunState.FAILED, "A sentence.", 1, 2, 3, 100, true, servers);
    state.write(home);

    assertThat(RunState.read(home)).contains(state);
    assertThat(state.ports().pages()).isEqualTo(8180);
    assertThat(state.nodes()).extracting(node -> node.ports().pages()).containsExactly(8180, 8181);
  }

  @Test
  void readsTheRunFileOfAnEarlierRelease() throws IOException {
    var home = Home.open(folder);
    Files.writeString(home.runFile(), "{\"phase\":\"ready\",\"portOffset\":7}");

    assertThat(RunState.read(home).orElseThrow().nodes()).containsExactly(Node.alone(new Ports(7)));
  }

  @Test
  void leadsToTheFirstServerThatIsReady() {
    var nodes = Node.all(3, new Ports(0));
    var addresses = Addresses.of(nodes, node -> node.number() == 2);

    assertThat(addresses.ready()).isTrue();
    assertThat(addresses.pages()).isEqualTo("http://127.0.0.1:8081/");
    assertThat(addresses.nodes())
        .extracting(Addresses.Door::ready)
        .containsExactly(false, true, false);
    assertThat(Addresses.of(nodes, node -> false).ready()).isFalse();
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
