package org.medflow.launcher;

import java.io.IOException;
import java.util.List;

/** The supervisor seen from outside. */
final class Supervision {

  private static Process spawned;

  private Supervision() {}

  /** Whether a supervisor holds the folder now. */
  static boolean active(Home home) {
    return Supervisor.locked(home);
  }

  /** Starts the supervisor in a session of its own, so that it outlives the terminal. */
  static void spawn(List<String> command, Home home) {
    try {
      spawned =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(home.launcherLog().toFile()))
              .start();
    } catch (IOException refused) {
      throw new LauncherProblem("The supervisor cannot be started.", refused);
    }
  }

  static boolean alive(Home home, RunState state) {
    return spawned != null && spawned.isAlive()
        || ProcessHandle.of(state.supervisor()).filter(ProcessHandle::isAlive).isPresent()
        || active(home);
  }
}
