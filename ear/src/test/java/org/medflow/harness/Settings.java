package org.medflow.harness;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What the build tells the tests. */
public final class Settings {

  private Settings() {}

  public static Path root() {
    return Path.of(System.getProperty("medflow.root", "..")).toAbsolutePath().normalize();
  }

  public static Path target() {
    return Path.of(System.getProperty("medflow.target", "target")).toAbsolutePath().normalize();
  }

  /** Offset from which free ports are looked for. */
  public static int offset() {
    return Integer.getInteger("medflow.test.offset", 500);
  }

  /** Whether a fault round lasts as long as {@code ./medflow faults NAME} makes it. */
  public static boolean longRound() {
    return Boolean.getBoolean("medflow.long");
  }

  /**
   * The same for a server that lives no longer than some tests: its Java compiles quickly rather
   * than well, which halves the work of a start. Rounds that measure leave it as delivered.
   */
  public static Map<String, String> brief(Map<String, String> environment) {
    var java = System.getProperty("medflow.brief", "");
    var brief = new HashMap<>(environment);
    if (!java.isBlank()) {
      brief.putIfAbsent("MEDFLOW_JAVA", java);
    }
    return Map.copyOf(brief);
  }

  /** The seed of this run, to be given back for a replay. */
  public static long seed(long usual) {
    return Long.getLong("medflow.seed", usual);
  }

  /** How many kills a fault run makes, when somebody says so. */
  public static int kills(int usual) {
    return Integer.getInteger("medflow.kills", usual);
  }
}
