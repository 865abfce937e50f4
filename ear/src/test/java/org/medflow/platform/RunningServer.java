package org.medflow.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.medflow.harness.Settings;
import org.medflow.harness.Shared;

/**
 * Tells Arquillian where the one server of all deployed tests listens and who may deploy there. It
 * stands before Arquillian's own extension, which reads that from arquillian.xml; inside the server
 * there is nothing to tell.
 */
public final class RunningServer implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    if (System.getProperty("medflow.target") != null) {
      tell();
    }
  }

  private static void tell() {
    var server = Shared.server();
    System.setProperty("medflow.in-container.home", wildfly().toString());
    System.setProperty("medflow.in-container.port", "" + server.management().getPort());
    System.setProperty("medflow.in-container.user", server.home().consoleCard("user"));
    System.setProperty("medflow.in-container.password", server.home().consoleCard("password"));
  }

  private static Path wildfly() {
    var built = Settings.root().resolve("wildfly-config/target");
    try (var folders = Files.newDirectoryStream(built, "wildfly-*")) {
      return folders.iterator().next();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
