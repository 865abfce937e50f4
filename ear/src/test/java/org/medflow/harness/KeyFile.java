package org.medflow.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The key file of a home, changed as an administrator changes it: with an editor. */
public record KeyFile(Home home) {

  /** A new second key, and it seals from the next start on. */
  public void turnToSecondKey() {
    put("PHI_ENCRYPTION_KEY_V2", fresh());
    put("PHI_KEY_ID", "2");
  }

  public void put(String name, String value) {
    edit(lines -> Stream.concat(without(lines, name), Stream.of(name + "=" + value)));
  }

  public void remove(String name) {
    edit(lines -> without(lines, name));
  }

  private static Stream<String> without(Stream<String> lines, String name) {
    return lines.filter(line -> !line.startsWith(name + "="));
  }

  private void edit(UnaryOperator<Stream<String>> change) {
    Path file = home.path("keys.env");
    try {
      var lines = new ArrayList<>(Files.readAllLines(file));
      Files.write(file, change.apply(lines.stream()).toList());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String fresh() {
    var key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
