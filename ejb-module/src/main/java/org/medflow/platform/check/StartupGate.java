package org.medflow.platform.check;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.medflow.platform.store.StoreException;

/**
 * Runs every check once; the first sentence stops the deployment and is what the launcher shows.
 */
@Singleton
@Startup
public class StartupGate {

  private static final System.Logger LOG = System.getLogger("org.medflow.startup");

  @Inject Instance<StartupCheck> checks;

  private boolean passed;

  @PostConstruct
  void open() {
    for (var check : checks) {
      problem(check).ifPresent(StartupGate::stop);
    }
    passed = true;
  }

  /** Whether every check was passed; health asks. */
  @Lock(LockType.READ)
  public boolean passed() {
    return passed;
  }

  private static Optional<String> problem(StartupCheck check) {
    try {
      return check.problem();
    } catch (StoreException unreadable) {
      LOG.log(Level.WARNING, "a start-up check could not read the database", unreadable);
      return Optional.of(
          "The database cannot be read: is it running, reachable and migrated (medflow migrate)?");
    }
  }

  private static void stop(String sentence) {
    LOG.log(Level.ERROR, "MEDFLOW-STARTUP: " + sentence);
    throw new IllegalStateException(sentence);
  }
}
