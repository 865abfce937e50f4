package org.medflow.legacy.boundary;

import static org.medflow.platform.security.Permission.MANAGE_MIGRATIONS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.medflow.legacy.control.ImportRowQuery;
import org.medflow.legacy.control.ImportRunQuery;
import org.medflow.legacy.control.RowRetry;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.security.Requires;

/** Tries orphans of earlier runs again once the patients of a run are in. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OrphanCare {

  private static final int SOME = 200;
  private static final UUID FIRST = new UUID(0, 0);

  @Inject ImportRunQuery runs;
  @Inject ImportRowQuery rows;
  @Inject RowRetry retry;

  /** Open orphans of other runs after one, some at a time. */
  @Requires(MANAGE_MIGRATIONS)
  public List<UUID> open(Claim claim, UUID after) {
    if (!runs.alive(claim)) {
      throw new Conflict(ChunkIntake.HALTED);
    }
    return rows.orphans(claim, after == null ? FIRST : after, SOME);
  }

  /** Tries one again; whatever it belongs to may be here now. */
  @Requires(MANAGE_MIGRATIONS)
  public void again(Claim claim, UUID orphan) {
    rows.hold(orphan)
        .filter(kept -> kept.view().resolution() == null)
        .ifPresent(kept -> retry.again(claim, kept, false));
  }
}
