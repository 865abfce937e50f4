package org.medflow.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The one certificate that the nodes of a run show each other: whoever has not got its key neither
 * hears nor says anything in their channel, other programs of this machine included. It is made at
 * every start, and its password is in the memory of launcher and servers only.
 */
record ClusterKey(Path store, String password) {

  private static final String DAYS = "3650";

  static ClusterKey fresh(Home home) {
    var folder = home.cluster();
    var key = new ClusterKey(folder.resolve("nodes.p12"), RandomText.token());
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(key.store);
      new Keytool(folder, key.password)
          .run(
              key.store,
              "-genkeypair",
              "-alias",
              "nodes",
              "-dname",
              "CN=MedFlow nodes",
              "-keyalg",
              "EC",
              "-groupname",
              "secp256r1",
              "-validity",
              DAYS);
      return key;
    } catch (IOException refused) {
      throw new LauncherProblem("%s cannot be written.".formatted(folder), refused);
    }
  }

  /** Lays the key down where WildFly expects it. */
  void install(Path configuration) {
    var target = configuration.resolve("nodes.p12");
    try {
      Files.copy(store, target, StandardCopyOption.REPLACE_EXISTING);
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException refused) {
      throw new LauncherProblem("%s cannot be written.".formatted(target), refused);
    }
  }

  @Override
  public String toString() {
    return "ClusterKey[" + store + "]";
  }
}
