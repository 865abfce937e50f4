package org.medflow.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command line that everybody uses, without the part that builds. */
public final class Launcher {

  private static final long PATIENCE_SECONDS = 300;

  private Launcher() {}

  /** Starts a verb and lets it run. */
  static Process start(Home home, Path output, Map<String, String> environment, String... words) {
    var builder =
        new ProcessBuilder(line(words))
            .directory(Settings.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder.environment().putAll(environment);
    builder.environment().put("MEDFLOW_HOME", home.folder().toString());
    try {
      return builder.start();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** What a verb said and how it ended. */
  public record Said(int exit, String output) {}

  /** Runs a verb to its end. */
  public static Said run(Home home, Map<String, String> environment, String... words) {
    var output = home.folder().resolveSibling(home.folder().getFileName() + ".said.log");
    try {
      Files.deleteIfExists(output);
      var process = start(home, output, environment, words);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("no end of " + String.join(" ", words));
      }
      return new Said(process.exitValue(), Files.readString(output));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static List<String> line(String... words) {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar"));
    line.add(Settings.root().resolve("wildfly-config/target/medflow-launcher.jar").toString());
    line.addAll(List.of(words));
    return line;
  }
}
