package org.medflow.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The encryption keys of an installation. They are made once, with the first database, and never
 * again: a database without its key file does not start, because new keys would not open its data.
 */
final class Keys {

  private static final String HEADING =
      "Without these keys the data cannot be read: keep a copy in another safe place.";

  private Keys() {}

  /**
   * @param named the file of MEDFLOW_KEYS, or null
   * @param databaseKnown whether data sealed with earlier keys may exist
   */
  static Map<String, String> of(Home home, String named, boolean databaseKnown) {
    if (named != null) {
      return existing(Path.of(named), "MEDFLOW_KEYS names %s, which is not there.");
    }
    if (databaseKnown || Files.exists(home.keys())) {
      return existing(
          home.keys(),
          "The database is there, but its key file %s is not: put the file back, or name it in"
              + " MEDFLOW_KEYS.");
    }
    var fresh = fresh();
    new EnvFile(home.keys()).write(fresh, HEADING);
    return fresh;
  }

  private static Map<String, String> existing(Path file, String otherwise) {
    if (!Files.exists(file)) {
      throw new LauncherProblem(otherwise.formatted(file));
    }
    return Setting.checkNames(new EnvFile(file).read(), Setting.Origin.KEYS);
  }

  private static Map<String, String> fresh() {
    var keys = new LinkedHashMap<String, String>();
    keys.put("PHI_ENCRYPTION_KEY", RandomText.key());
    keys.put("PHI_KEY_ID", "1");
    keys.put("PHI_INDEX_KEY", RandomText.key());
    return keys;
  }
}
