package org.medflow.launcher;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The one place where the launcher runs other programs, and looks after running ones. */
final class Processes {

  private static final long RUN_MINUTES = 5;

  private Processes() {}

  static boolean root() {
    return new UnixSystem().getUid() == 0;
  }

  /** Runs a program to its end; a failure is one sentence with the file that tells more. */
  static void run(List<String> command, Path log) {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      if (!process.waitFor(RUN_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new LauncherProblem(
            "%s failed; see %s.".formatted(Path.of(command.get(0)).getFileName(), log));
      }
    } catch (IOException missing) {
      throw new LauncherProblem("%s cannot be run.".formatted(command.get(0)), missing);
    } catch (InterruptedException stopped) {
      throw interrupted(stopped);
    }
  }

  /** The command in a session of its own: a Ctrl-C at the terminal reaches only the launcher. */
  static List<String> apart(List<String> command) {
    return Stream.concat(Stream.of("setsid"), command.stream()).toList();
  }

  /** Live processes of this program that carry our mark on their command line. */
  static List<ProcessHandle> ours(String program, String mark) {
    return ProcessHandle.allProcesses()
        .filter(handle -> handle.info().command().filter(c -> c.endsWith(program)).isPresent())
        .filter(handle -> words(handle).anyMatch(mark::equals))
        .toList();
  }

  private static Stream<String> words(ProcessHandle handle) {
    return Arrays.stream(handle.info().arguments().orElse(new String[0]));
  }

  /** Sends the signal and waits; kills when the patience is over. */
  static void end(ProcessHandle handle, String signal, Duration patience) {
    signal(handle.pid(), signal);
    if (!gone(handle, patience)) {
      handle.destroyForcibly();
      gone(handle, patience);
    }
  }

  private static void signal(long pid, String name) {
    try {
      new ProcessBuilder("/bin/sh", "-c", "kill -%s %d".formatted(name, pid))
          .redirectErrorStream(true)
          .start()
          .waitFor();
    } catch (IOException missing) {
      throw new LauncherProblem("/bin/sh cannot be run.", missing);
    } catch (InterruptedException stopped) {
      throw interrupted(stopped);
    }
  }

  private static boolean gone(ProcessHandle handle, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (handle.isAlive() && System.nanoTime() < end) {
      pause(Duration.ofMillis(50));
    }
    return !handle.isAlive();
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException stopped) {
      throw interrupted(stopped);
    }
  }

  private static LauncherProblem interrupted(InterruptedException stopped) {
    Thread.currentThread().interrupt();
    return new LauncherProblem("Stopped while waiting.", stopped);
  }
}
