package org.medflow.legacy.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.medflow.legacy.boundary.LegacySource;
import org.medflow.legacy.boundary.LegacySources;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.platform.error.Invalid;

/** Folders of exported tables: {@code csv:DIR}, each table in a file of its name. */
@ApplicationScoped
public class CsvSources implements LegacySources {

  private static final String SCHEME = "csv:";
  private static final String ENDING = ".csv";

  @Override
  public boolean knows(String source) {
    return source != null && source.startsWith(SCHEME);
  }

  @Override
  public LegacySource open(String source) {
    try {
      var place = Path.of(source.substring(SCHEME.length()));
      var files = place.isAbsolute() ? files(place) : Map.<LegacyTable, Path>of();
      if (files.isEmpty()) {
        throw unknown();
      }
      return new CsvSource(files);
    } catch (InvalidPathException | IOException unreadable) {
      throw unknown();
    }
  }

  /** The exports in a folder, however their names are capitalised, or the one file itself. */
  private static Map<LegacyTable, Path> files(Path place) throws IOException {
    var found = new EnumMap<LegacyTable, Path>(LegacyTable.class);
    if (Files.isRegularFile(place)) {
      put(found, place);
      return found;
    }
    try (var files = Files.list(place)) {
      for (var file : files.sorted().toList()) {
        if (Files.isRegularFile(file) && Files.isReadable(file)) {
          put(found, file);
        }
      }
    }
    return found;
  }

  private static void put(Map<LegacyTable, Path> found, Path file) throws IOException {
    var name = file.getFileName().toString();
    if (name.toLowerCase(java.util.Locale.ROOT).endsWith(ENDING)) {
      var table = LegacyTable.titled(name.substring(0, name.length() - ENDING.length()));
      if (table.isPresent()) {
        found.putIfAbsent(table.get(), file.toRealPath());
      }
    }
  }

  private static Invalid unknown() {
    return Invalid.field("source", "unknown-source");
  }
}
