package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.medflow.platform.vault.SealedColumn;
import org.medflow.platform.vault.SealedColumns;

/** What this room keeps sealed: keys that sign, and the secrets of second factors. */
@ApplicationScoped
public class IdentitySeals implements SealedColumns {

  @Override
  public List<SealedColumn> columns() {
    return List.of(
        SealedColumn.of(SigningKeys.TABLE, SigningKeys.COLUMN),
        SealedColumn.of("user_factor", "secret_sealed"));
  }
}
