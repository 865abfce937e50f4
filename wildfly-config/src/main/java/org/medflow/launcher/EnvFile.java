package org.medflow.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A file of NAME=value lines. */
record EnvFile(Path path) {

  Map<String, String> read() {
    try {
      var settings = new LinkedHashMap<String, String>();
      for (var line : Files.readAllLines(path)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          put(settings, line);
        }
      }
      return settings;
    } catch (IOException unreadable) {
      throw new LauncherProblem("%s cannot be read.".formatted(path), unreadable);
    }
  }

  private void put(Map<String, String> settings, String line) {
    int equals = line.indexOf('=');
    if (equals < 1 || !line.substring(0, equals).matches("[A-Z][A-Z0-9_]*")) {
      throw new LauncherProblem("%s has a line that is not NAME=value.".formatted(path));
    }
    settings.put(line.substring(0, equals), line.substring(equals + 1).trim());
  }

  void write(Map<String, String> settings, String heading) {
    Home.writePrivately(
        path,
        settings.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
            .collect(Collectors.joining("", "# " + heading + "\n", "")));
  }
}
