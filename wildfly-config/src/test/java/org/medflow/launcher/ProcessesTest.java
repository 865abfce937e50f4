package org.medflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {

  @TempDir Path folder;

  private Process sleeper(String mark) throws IOException {
    return new ProcessBuilder("bash", "-c", "while true; do sleep 0.1; done", mark).start();
  }

  @Test
  void knowsOursAgainByProgramAndMark() throws IOException {
    var mark = folder.toString();
    var process = sleeper(mark);
    try {
      assertThat(Processes.ours("bash", mark))
          .extracting(ProcessHandle::pid)
          .contains(process.pid());
      assertThat(Processes.ours("/postgres", mark)).isEmpty();
      assertThat(Processes.ours("bash", mark + "2")).isEmpty();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void endsAProcessThatHearsTheSignal() throws IOException {
    var process = sleeper("polite");

    Processes.end(process.toHandle(), "TERM", Duration.ofSeconds(10));
    assertEnded(process);
  }

  @Test
  void killsAProcessThatDoesNotListen() throws IOException {
    var process =
        new ProcessBuilder("bash", "-c", "trap '' TERM; while true; do sleep 0.1; done").start();

    Processes.end(process.toHandle(), "TERM", Duration.ofMillis(300));
    assertEnded(process);
  }

  /** Java notices the end of a child of its own a moment after the system does. */
  private static void assertEnded(Process process) {
    assertThat(process.toHandle().isAlive()).isFalse();
    assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(5));
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void tellsWhichProgramFailedAndWhereItSaidWhy() throws IOException {
    var log = folder.resolve("run.log");

    assertThatThrownBy(() -> Processes.run(List.of("bash", "-c", "echo why; exit 3"), log))
        .isInstanceOf(LauncherProblem.class)
        .hasMessageContaining("bash failed")
        .hasMessageContaining("run.log");
    assertThat(Files.readString(log)).isEqualTo("why\n");
  }

  @Test
  void tellsWhichProgramIsNotThere() {
    assertThatThrownBy(() -> Processes.run(List.of("no-such-program"), folder.resolve("l")))
        .hasMessage("no-such-program cannot be run.");
  }

  @Test
  void standsApartFromTheTerminal() {
    assertThat(Processes.apart(List.of("a", "b"))).containsExactly("setsid", "a", "b");
  }
}
