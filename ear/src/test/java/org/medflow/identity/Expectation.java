package org.medflow.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.medflow.harness.Reply;

/**
 * A line of permissions.csv: who may go a way, written by hand from the specification (platform.md
 * 2, clinical.md 1.3 with its corrections) and not from the code. {@code who} is a list of roles,
 * or {@code everybody} who is signed in, {@code anybody}, or the {@code operator}.
 */
record Expectation(String kind, String method, String path, String who) {

  private static final Set<String> SHUT =
      Set.of("unauthenticated", "forbidden", "clinic-not-yours", "session-ended");

  static List<Expectation> all(String kind) {
    try (InputStream file = Expectation.class.getResourceAsStream("/permissions.csv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(","))
          .map(cells -> new Expectation(cells[0], cells[1], cells[2], cells[3]))
          .filter(line -> line.kind().equals(kind))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Whether nobody has to be signed in. */
  boolean open() {
    return who.equals("anybody");
  }

  boolean letsIn(String role) {
    return open() || who.equals("everybody") || List.of(who.split(" ")).contains(role);
  }

  /** The way with an id that nobody has, so that whoever is let in changes nothing. */
  String tried() {
    return path.replace("{fin}", "404").replaceAll("\\{[a-z]+}", UUID.randomUUID().toString());
  }

  String named() {
    return method + " " + path;
  }

  /** Whether the door stayed shut: anything else is said to somebody who was let in. */
  static boolean refused(Reply reply) {
    return (reply.status() == 401 || reply.status() == 403) && SHUT.contains(reply.code());
  }
}
