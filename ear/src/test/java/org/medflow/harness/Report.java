package org.medflow.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** The counted results: on the console and in {@code target/proof.txt}. */
public final class Report {

  private Report() {}

  public static synchronized void line(String format, Object... values) {
    var line = String.format(Locale.ROOT, format, values);
    System.out.println(line);
    try {
      Files.writeString(file(), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Path file() {
    return Settings.target().resolve("proof.txt");
  }
}
