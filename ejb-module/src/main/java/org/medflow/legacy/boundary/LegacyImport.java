package org.medflow.legacy.boundary;

import static org.medflow.platform.security.Permission.*;

import jakarta.ejb.Stateless;
import java.util.UUID;
import org.medflow.platform.Page;
import org.medflow.platform.security.Requires;

@Stateless
public class LegacyImport {
  @Requires(MANAGE_MIGRATIONS)
  public ImportRunView start(StartImport command) {
    throw new UnsupportedOperationException();
  }

  @Requires(MANAGE_MIGRATIONS)
  public ImportRunView run(UUID run) {
    throw new UnsupportedOperationException();
  }

  @Requires(MANAGE_MIGRATIONS)
  public ImportReport report(UUID run) {
    throw new UnsupportedOperationException();
  }

  @Requires(MANAGE_MIGRATIONS)
  public Page<RejectView> rejects(UUID run, String cursor, int size) {
    throw new UnsupportedOperationException();
  }
}
