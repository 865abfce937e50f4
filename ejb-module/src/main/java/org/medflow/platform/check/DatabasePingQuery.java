package org.medflow.platform.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.medflow.platform.store.Rows;

/** The shortest question to the database; whoever asks does not wait longer than two seconds. */
@ApplicationScoped
public class DatabasePingQuery {

  private static final long PATIENCE = 2;

  @Inject Rows rows;

  @Timeout(value = PATIENCE, unit = ChronoUnit.SECONDS)
  public boolean answers() {
    return rows.first("select 1", row -> row.getInt(1)).isPresent();
  }
}
