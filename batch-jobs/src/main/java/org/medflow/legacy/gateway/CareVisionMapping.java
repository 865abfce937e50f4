package org.medflow.legacy.gateway;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.medflow.legacy.entity.LegacyColumn;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.platform.error.FieldError;
import org.medflow.platform.error.Invalid;

/**
 * The names that tables and columns have at the source where they differ from the reference schema:
 * {@code Table.table}, {@code Table.schema} and {@code Table.column.Name}. A table or column may
 * have several names with commas between them; the first that is there counts.
 */
final class CareVisionMapping {

  private static final String SYSTEM = "carevision";
  private static final String USUAL = "carevision.properties";

  private final Properties names;

  private CareVisionMapping(Properties names) {
    this.names = names;
  }

  /**
   * Reads a mapping file, or the usual one of the application.
   *
   * @throws Invalid when it cannot be read or names a table or column that nobody knows
   */
  static CareVisionMapping load(Optional<String> file) {
    try (var in = file.isPresent() ? Files.newBufferedReader(Path.of(file.get())) : usual()) {
      var names = new Properties();
      names.load(in);
      return of(names);
    } catch (IOException | InvalidPathException unreadable) {
      throw CareVisionSettings.notConfigured(List.of("MAPPING"), "mapping-unreadable");
    } catch (IllegalArgumentException malformed) {
      throw CareVisionSettings.notConfigured(List.of("MAPPING"), "mapping-unreadable");
    }
  }

  static CareVisionMapping of(Properties names) {
    var unknown =
        names.stringPropertyNames().stream()
            .filter(key -> !known(key))
            .sorted()
            .map(key -> new FieldError(key, "mapping-unknown"))
            .toList();
    if (!unknown.isEmpty()) {
      throw new Invalid(unknown);
    }
    return new CareVisionMapping(names);
  }

  List<String> names(LegacyTable table) {
    return names(table.title() + ".table", table.title());
  }

  List<String> names(LegacyTable table, LegacyColumn column) {
    return names(table.title() + ".column." + column.name(), column.name());
  }

  /** The schema that a table must be of, when somebody says so. */
  Optional<String> schema(LegacyTable table) {
    return Optional.ofNullable(names.getProperty(table.title() + ".schema")).map(String::strip);
  }

  private List<String> names(String key, String usual) {
    return Arrays.stream(names.getProperty(key, usual).split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static boolean known(String key) {
    return LegacyTable.ofSystem(SYSTEM).stream()
        .anyMatch(
            table ->
                key.equals(table.title() + ".table")
                    || key.equals(table.title() + ".schema")
                    || table.columns().stream()
                        .anyMatch(c -> key.equals(table.title() + ".column." + c.name())));
  }

  private static Reader usual() throws IOException {
    try (var in = CareVisionMapping.class.getResourceAsStream(USUAL)) {
      return new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
