package org.medflow.launcher;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * What runs now, as {@code run.json} tells it to the other commands.
 *
 * @param phase starting, ready, failed or stopped
 * @param problem the sentence of a failed start
 * @param supervisor process ids; 0 when there is none
 * @param server the first server's, {@code servers} tells of each
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record RunState(
    String phase,
    String problem,
    long supervisor,
    long database,
    long server,
    int portOffset,
    boolean lan,
    List<ServerState> servers) {

  static final String STARTING = "starting";
  static final String READY = "ready";
  static final String FAILED = "failed";
  static final String STOPPED = "stopped";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** One of the servers; pid 0 while it is down. */
  record ServerState(int node, long pid, int portOffset) {}

  RunState {
    servers = servers == null ? List.of() : List.copyOf(servers);
  }

  static Optional<RunState> read(Home home) {
    if (!Files.exists(home.runFile())) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(home.runFile().toFile(), RunState.class));
    } catch (IOException garbled) {
      throw new LauncherProblem("%s cannot be read.".formatted(home.runFile()), garbled);
    }
  }

  void write(Home home) {
    try {
      Home.writePrivately(home.runFile(), JSON.writeValueAsString(this) + "\n");
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A run state is not JSON", impossible);
    }
  }

  Ports ports() {
    return new Ports(portOffset);
  }

  List<Node> nodes() {
    return Node.all(Math.max(1, servers.size()), ports());
  }
}
