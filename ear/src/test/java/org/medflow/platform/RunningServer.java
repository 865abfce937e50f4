package org.medflow.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.sasl.RealmCallback;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.ModelControllerClientConfiguration;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
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
    openJmx(server.management().getPort());
  }

  /**
   * Arquillian asks for JMX from outside, which the server is delivered without; this one gets it,
   * unless an earlier test gave it.
   */
  private static void openJmx(int port) {
    var account = new ModelControllerClientConfiguration.Builder().setHostName("127.0.0.1");
    account.setPort(port).setHandler(RunningServer::answer);
    try (var management = ModelControllerClient.Factory.create(account.build())) {
      add(management, "subsystem", "jmx", "remoting-connector", "jmx");
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static void add(ModelControllerClient management, String... path) throws IOException {
    var address = new ModelNode();
    for (int i = 0; i < path.length; i += 2) {
      address.add(path[i], path[i + 1]);
    }
    var outcome = management.execute(Operations.createAddOperation(address));
    var there = outcome.toString().contains("WFLYCTL0212");
    if (!there && !Operations.isSuccessfulOutcome(outcome)) {
      throw new AssertionError(Operations.getFailureDescription(outcome).asString());
    }
  }

  private static void answer(Callback... questions) {
    for (var question : questions) {
      if (question instanceof NameCallback name) {
        name.setName(System.getProperty("medflow.in-container.user"));
      } else if (question instanceof PasswordCallback password) {
        password.setPassword(System.getProperty("medflow.in-container.password").toCharArray());
      } else if (question instanceof RealmCallback realm) {
        realm.setText(realm.getDefaultText());
      }
    }
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
