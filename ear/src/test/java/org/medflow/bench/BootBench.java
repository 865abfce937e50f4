package org.medflow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.medflow.harness.Home;
import org.medflow.harness.Medflow;
import org.medflow.harness.Settings;

/**
 * From the start of the server's process to the first 200 of the sign-in page, against the same
 * provisioned WildFly, same configuration and options, without the application, until it is ready.
 */
@Tag("bench")
@Tag("boot")
class BootBench {

  private static final int ROUNDS = 5;
  private static final double FLOOR_SECONDS = 0.5;

  /** Seconds to the first answer and megabytes of memory then. */
  private record Start(double seconds, double megabytes) {}

  private Home home;
  private List<String> command;
  private Map<String, String> environment;
  private Medflow last;

  @Test
  void comesUpInAFewTimesTheBareServer() {
    home = Home.fresh("bench-boot");
    var result = new Result("boot", Settings.seed(0));
    learn();
    var seconds = new ArrayList<Double>();
    var bareSeconds = new ArrayList<Double>();
    var memory = new ArrayList<Double>();
    var bareMemory = new ArrayList<Double>();
    var commands = new ArrayList<Double>();
    for (int round = 0; round < ROUNDS; round++) {
      boolean first = round % 2 == 0;
      var one = first ? product(commands) : bare();
      var other = first ? bare() : product(commands);
      var ours = first ? one : other;
      var theirs = first ? other : one;
      seconds.add(ours.seconds());
      bareSeconds.add(theirs.seconds());
      memory.add(ours.megabytes());
      bareMemory.add(theirs.megabytes());
    }
    result.compared("first 200", new Ratio(seconds, bareSeconds), "s");
    result.compared("memory (RSS)", new Ratio(memory, bareMemory), "MB");
    result.figure("medflow run to first 200, database included", Ratio.middle(commands), "s");
    if (Ratio.middle(bareSeconds) < FLOOR_SECONDS) {
      result.invalid("the bare server cannot be ready so soon");
    }
    result.write("Java " + Runtime.version() + ", WildFly as provisioned");
    assertThat(Ratio.middle(bareSeconds)).isGreaterThanOrEqualTo(FLOOR_SECONDS);
  }

  /** The first start makes the database and shows the command line that the launcher uses. */
  private void learn() {
    try (var medflow = Medflow.start(home, Map.of())) {
      long pid = home.serverPid();
      command = words(pid, "cmdline");
      environment =
          words(pid, "environ").stream()
              .filter(word -> word.contains("="))
              .collect(
                  Collectors.toMap(
                      word -> word.substring(0, word.indexOf('=')),
                      word -> word.substring(word.indexOf('=') + 1)));
      last = medflow;
    }
    copy(home.path("server"), bareFolder());
  }

  private Path bareFolder() {
    return home.folder().resolveSibling("bench-bare");
  }

  private Start product(List<Double> commands) {
    long asked = System.nanoTime();
    var medflow = last.launchAgain();
    await(medflow.pages().resolve("/connexion"));
    var now = Instant.now();
    commands.add((System.nanoTime() - asked) / 1e9);
    var server = ProcessHandle.of(home.serverPid()).orElseThrow();
    var started = server.info().startInstant().orElseThrow();
    var start = new Start(Duration.between(started, now).toMillis() / 1e3, memory(server.pid()));
    medflow.awaitReady();
    medflow.close();
    return start;
  }

  /** The bare server needs the database too: it holds the repository of the batch jobs. */
  private Start bare() {
    var medflow = last.again();
    try {
      medflow.endServerOnly();
      return startBare();
    } finally {
      medflow.wakeLauncher();
      medflow.close();
    }
  }

  private Start startBare() {
    var server = home.path("server").toString();
    var words =
        command.stream().map(word -> word.replace(server, bareFolder().toString())).toList();
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.redirectOutput(home.folder().resolveSibling("bench-bare.console.log").toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      var process = builder.start();
      try {
        await(last.health());
        var now = Instant.now();
        var started = process.info().startInstant().orElseThrow();
        return new Start(Duration.between(started, now).toMillis() / 1e3, memory(process.pid()));
      } finally {
        process.destroy();
        process.waitFor(60, TimeUnit.SECONDS);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static void await(URI uri) {
    Awaitility.await(uri.toString())
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(50))
        .pollDelay(Duration.ZERO)
        .until(() -> Medflow.answers(uri) == 200);
  }

  private static List<String> words(long pid, String what) {
    try {
      return List.of(Files.readString(Path.of("/proc/" + pid + "/" + what)).split("\0"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static double memory(long pid) {
    try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElseThrow();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The server's folder without its deployments. */
  private static void copy(Path from, Path to) {
    try (var files = Files.walk(from)) {
      for (var file : files.filter(f -> !f.startsWith(from.resolve("deployments"))).toList()) {
        var target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (!Files.isSymbolicLink(file)) {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
      Files.createDirectories(to.resolve("deployments"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
