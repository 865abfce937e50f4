package org.medflow.platform.check;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/**
 * Runs every check once; the first sentence stops the deployment and is what the launcher shows.
 */
@Singleton
@Startup
public class StartupGate {

  private static final System.Logger LOG = System.getLogger("org.medflow.startup");

  @Inject Instance<StartupCheck> checks;

  @PostConstruct
  void open() {
    for (var check : checks) {
      check
          .problem()
          .ifPresent(
              sentence -> {
                LOG.log(Level.ERROR, "MEDFLOW-STARTUP: " + sentence);
                throw new IllegalStateException(sentence);
              });
    }
  }
}
