package org.medflow.platform.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready: the database answers now. Whoever asks does not wait longer than two seconds, though the
 * question itself may: a database that stands still keeps the connection until the driver gives up.
 * So another thread asks, and never twice at once (OutageFaultIT).
 *
 * <p>This package is a library of the application: the server's own health on the management port
 * knows no beans of the modules inside, but those of the libraries that they share.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

  private static final long PATIENCE = 2;

  @Inject DatabasePingQuery database;

  @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
  ManagedExecutorService threads;

  private Future<Boolean> asked;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database").status(answers()).build();
  }

  private boolean answers() {
    try {
      return asking().get(PATIENCE, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException away) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private synchronized Future<Boolean> asking() {
    if (asked == null || asked.isDone()) {
      asked = threads.submit(database::answers);
    }
    return asked;
  }
}
