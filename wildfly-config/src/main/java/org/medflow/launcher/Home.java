package org.medflow.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder that holds everything an installation must keep; only its owner may look inside. */
record Home(Path root) {

  private static final String OWNER_ONLY = "rw-------";

  static Home open(Path root) {
    var home = new Home(root.toAbsolutePath().normalize());
    try {
      Files.createDirectories(home.root);
      Files.setPosixFilePermissions(home.root, PosixFilePermissions.fromString("rwx------"));
      Files.createDirectories(home.blobs());
    } catch (IOException refused) {
      throw new LauncherProblem("The folder %s cannot be used.".formatted(home.root), refused);
    }
    return home;
  }

  Path pg() {
    return root.resolve("pg");
  }

  Path engine() {
    return root.resolve("engine");
  }

  /** The first server's own side. */
  Path server() {
    return server(1);
  }

  Path server(int node) {
    return root.resolve(node == 1 ? "server" : "server-" + node);
  }

  /** Keys by which the nodes of one run know each other. */
  Path cluster() {
    return root.resolve("cluster");
  }

  /** Anchors of the audit, kept outside the database. */
  Path anchors() {
    return root.resolve("anchors/audit.txt");
  }

  Path blobs() {
    return root.resolve("blobs");
  }

  Path lan() {
    return root.resolve("lan");
  }

  Path keys() {
    return root.resolve("keys.env");
  }

  Path secrets() {
    return root.resolve("secrets.env");
  }

  Path console() {
    return root.resolve("console.txt");
  }

  Path demoUsers() {
    return root.resolve("demo-users.json");
  }

  Path runFile() {
    return root.resolve("run.json");
  }

  Path lock() {
    return root.resolve("lock");
  }

  Path launcherLog() {
    return root.resolve("launcher.log");
  }

  boolean hasDatabase() {
    return Files.exists(pg().resolve("PG_VERSION"));
  }

  /** Writes a file that only its owner may read: whole or not at all. */
  static void writePrivately(Path file, String text) {
    try {
      var draft = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(draft);
      Files.createFile(
          draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
      Files.writeString(draft, text);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException refused) {
      throw new LauncherProblem("%s cannot be written.".formatted(file), refused);
    }
  }
}
