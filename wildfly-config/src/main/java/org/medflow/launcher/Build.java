package org.medflow.launcher;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the build made and the launcher runs.
 *
 * @param launcher the launcher's own jar
 * @param server the provisioned WildFly
 * @param application the EAR
 */
record Build(Path launcher, Path server, Path application) {

  static Build found() {
    try {
      var jar = Path.of(Build.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      var target = jar.getParent();
      try (var servers = Files.newDirectoryStream(target, "wildfly-*")) {
        for (var server : servers) {
          var application = target.resolve("../../ear/target/medflow.ear").normalize();
          return new Build(jar, server, application);
        }
      }
      throw new LauncherProblem("The server is not built: run ./medflow, not the jar.");
    } catch (IOException | URISyntaxException unreadable) {
      throw new LauncherProblem("The launcher cannot find its own build.", unreadable);
    }
  }

  /** The folder of the sources. */
  Path root() {
    return launcher.resolve("../../..").normalize();
  }

  /** Names the state of the provisioned server: its marker file carries the hash of its scripts. */
  String serverMark() {
    try (var marks = Files.newDirectoryStream(server, "medflow-*")) {
      for (var mark : marks) {
        return mark.getFileName().toString();
      }
      throw new LauncherProblem("The server in %s is not configured.".formatted(server));
    } catch (IOException unreadable) {
      throw new LauncherProblem("%s cannot be read.".formatted(server), unreadable);
    }
  }
}
