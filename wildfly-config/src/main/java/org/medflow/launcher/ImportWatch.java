package org.medflow.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Waits for the end of an import, also while the supervisor starts the server anew: only a server
 * that is away for longer than the patience is given up.
 */
record ImportWatch(OperatorApi api, Duration patience, Duration pause) {

  static final String COMPLETED = "COMPLETED";
  static final String ROLLED_BACK = "ROLLED_BACK";

  private static final Set<String> UNDER_WAY =
      Set.of("STARTING", "RUNNING", "PAUSED", "ROLLING_BACK");

  ImportWatch(OperatorApi api) {
    this(api, Duration.ofMinutes(3), Duration.ofMillis(500));
  }

  /** The status in which the run came to rest; a paused run is waited for. */
  String end(String run) {
    while (true) {
      var status = view(run).path("status").asText();
      if (!UNDER_WAY.contains(status)) {
        return status;
      }
      Processes.pause(pause);
    }
  }

  JsonNode view(String run) {
    return patiently(() -> api.get("/migrations/" + run));
  }

  JsonNode report(String run) {
    return patiently(() -> api.get("/migrations/%s/report".formatted(run)));
  }

  private JsonNode patiently(Supplier<JsonNode> question) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return question.get();
      } catch (ServerAway away) {
        if (System.nanoTime() > end) {
          throw away;
        }
        Processes.pause(pause);
      }
    }
  }
}
