package org.medflow.harness;

import java.nio.file.Path;

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

  /** The seed of this run, to be given back for a replay. */
  public static long seed(long usual) {
    return Long.getLong("medflow.seed", usual);
  }

  /** How many kills a fault run makes, when somebody says so. */
  public static int kills(int usual) {
    return Integer.getInteger("medflow.kills", usual);
  }
}
