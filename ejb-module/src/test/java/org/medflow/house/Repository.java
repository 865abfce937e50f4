package org.medflow.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of the whole repository as a clone has them: no build output, no data, no logs. */
final class Repository {

  private static final Set<String> NOT_OURS =
      Set.of("target", ".git", ".medflow", "node_modules", "node", ".idea", ".vscode");

  private static final Set<String> BINARY =
      Set.of("woff2", "png", "ico", "jpg", "jpeg", "jar", "gz", "pdf", "zip", "class", "log");

  private Repository() {}

  /** A file with its text. */
  record Source(Path path, List<String> lines) {

    String name() {
      return root().relativize(path).toString();
    }

    String text() {
      return String.join("\n", lines);
    }

    boolean is(String... endings) {
      return List.of(endings).stream().anyMatch(path.toString()::endsWith);
    }
  }

  static Path root() {
    var here = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(here.resolve("db-migrations"))) {
      here = here.getParent();
    }
    return here;
  }

  /** Every text file, in a stable order. */
  static List<Source> sources() {
    var found = new ArrayList<Source>();
    try {
      Files.walkFileTree(root(), new Collector(found));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    found.sort((a, b) -> a.name().compareTo(b.name()));
    return found;
  }

  static List<Source> java() {
    return sources().stream().filter(source -> source.is(".java")).toList();
  }

  static String text(String relative) {
    try {
      return Files.readString(root().resolve(relative));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static final class Collector extends SimpleFileVisitor<Path> {

    private final List<Source> found;

    private Collector(List<Source> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return NOT_OURS.contains(folder.getFileName().toString())
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      var name = file.getFileName().toString();
      if (attributes.isRegularFile()
          && !BINARY.contains(name.substring(name.lastIndexOf('.') + 1))) {
        read(file);
      }
      return FileVisitResult.CONTINUE;
    }

    /** UTF-8 as everywhere; an export of an old system may be Latin-1 on purpose. */
    private void read(Path file) throws IOException {
      var bytes = Files.readAllBytes(file);
      var utf8 = new String(bytes, StandardCharsets.UTF_8);
      var text = utf8.indexOf('\uFFFD') < 0 ? utf8 : new String(bytes, StandardCharsets.ISO_8859_1);
      if (text.indexOf('\0') < 0) {
        found.add(new Source(file, text.lines().toList()));
      }
    }
  }
}
