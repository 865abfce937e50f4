package org.medflow.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.medflow.harness.Medflow;

/** What the processes of an installation have written down since a moment: logs and consoles. */
public final class Written {

  private final Medflow server;
  private final Map<Path, Long> before = new HashMap<>();

  private Written(Medflow server) {
    this.server = server;
  }

  /** From now on. */
  public static Written by(Medflow server) {
    var written = new Written(server);
    written.files().forEach(file -> written.before.put(file, size(file)));
    return written;
  }

  /** The new text of each file; of one that was begun anew, all of it. */
  public Map<Path, String> since() {
    var texts = new LinkedHashMap<Path, String>();
    for (var file : files()) {
      texts.put(file, text(file, before.getOrDefault(file, 0L)));
    }
    return texts;
  }

  private List<Path> files() {
    var home = server.home();
    var files = new ArrayList<>(home.logs());
    try (var database = Files.walk(home.path("pg/log"))) {
      database.filter(Files::isRegularFile).forEach(files::add);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    for (var name : List.of("launcher.log", "postgres.log")) {
      if (Files.exists(home.path(name))) {
        files.add(home.path(name));
      }
    }
    files.add(server.console());
    return files;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static String text(Path file, long from) {
    try {
      var bytes = Files.readAllBytes(file);
      int start = from > bytes.length ? 0 : (int) from;
      return new String(bytes, start, bytes.length - start, StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
