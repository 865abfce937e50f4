package org.medflow.launcher;

import java.time.Duration;

/** Stops supervisor, server and database, in whatever state they are. */
record StopVerb(Home home) {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  int run() {
    var state = RunState.read(home);
    if (Supervision.active(home)) {
      state
          .flatMap(running -> ProcessHandle.of(running.supervisor()))
          .filter(ProcessHandle::isAlive)
          .ifPresent(supervisor -> Processes.end(supervisor, "TERM", PATIENCE));
    }
    Server.endLeftovers(home);
    EmbeddedDatabase.endLeftovers(home);
    Console.say("MedFlow is stopped.");
    return 0;
  }
}
