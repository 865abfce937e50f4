package org.medflow.harness;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A home folder of an installation: its secrets and what it wrote down about its processes. */
public record Home(Path folder) {

  /** An empty folder with this name below the build directory. */
  public static Home fresh(String name) {
    var folder = Settings.target().resolve("home").resolve(name);
    remove(folder);
    remove(folder.resolveSibling(name + ".console.log"));
    try {
      Files.createDirectories(folder.getParent());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return new Home(folder);
  }

  public Path path(String below) {
    return folder.resolve(below);
  }

  /** A value of {@code secrets.env}: passwords and tokens between the parts. */
  public String secret(String name) {
    var value = values("secrets.env").get(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not in " + path("secrets.env"));
    }
    return value;
  }

  /** {@code user} or {@code password} of the server console, as the launcher wrote them down. */
  public String consoleCard(String label) {
    return lines(path("console.txt")).stream()
        .filter(line -> line.startsWith(label + ":"))
        .map(line -> line.substring(label.length() + 1).trim())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + label + " in console.txt"));
  }

  /** The settings in an environment file of this home. */
  public Map<String, String> values(String file) {
    var found = new HashMap<String, String>();
    for (var line : lines(path(file))) {
      int equals = line.indexOf('=');
      if (equals > 0 && !line.startsWith("#")) {
        found.put(line.substring(0, equals).trim(), line.substring(equals + 1).trim());
      }
    }
    return found;
  }

  /** Process ids and ports of the running installation. */
  public JsonObject run() {
    try (var reader = Json.createReader(Files.newBufferedReader(path("run.json")))) {
      return reader.readObject();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Process id of the postmaster, as it wrote it down itself. */
  public long databasePid() {
    return Long.parseLong(lines(path("pg/postmaster.pid")).get(0).trim());
  }

  /** The postmaster that a launcher left behind, if it did. */
  Optional<Long> leftDatabase() {
    return Files.exists(path("pg/postmaster.pid")) ? Optional.of(databasePid()) : Optional.empty();
  }

  /** Process id of the server. */
  public long serverPid() {
    return run().getJsonNumber("server").longValue();
  }

  /** Process id of one of several servers, 0 while it is down. */
  public long serverPid(int node) {
    return run().getJsonArray("servers").getJsonObject(node - 1).getJsonNumber("pid").longValue();
  }

  /** Every log file of the server. */
  public List<Path> logs() {
    return logs(1);
  }

  /** Every log file of one of several servers. */
  public List<Path> logs(int node) {
    try (var files = Files.walk(path(node == 1 ? "server/log" : "server-" + node + "/log"))) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void remove(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
