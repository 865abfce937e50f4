package org.medflow.legacy.boundary;

import static org.medflow.platform.security.Permission.MANAGE_MIGRATIONS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.medflow.legacy.control.ImportRunQuery;
import org.medflow.legacy.control.RunRemoval;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.event.LiveEvents;
import org.medflow.platform.security.Requires;

/** Takes a run back, some records in one transaction; a kill loses nothing but time. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportRollback {

  @Inject ImportRunQuery runs;
  @Inject RunRemoval removal;
  @Inject LiveEvents live;

  /**
   * Takes the next records back, the last table first.
   *
   * @param after the mapping that was looked at last; null at the start of a table
   * @return where to go on; null when the table is done
   */
  @Requires(MANAGE_MIGRATIONS)
  public UUID next(Claim claim, ImportPlan.Stage stage, UUID after) {
    if (!runs.alive(claim)) {
      throw new Conflict(ChunkIntake.HALTED);
    }
    var step = removal.next(claim, stage.table(), after);
    runs.takenBack(claim.run(), step.undone(), step.kept());
    live.publish("migrations", "import_run", claim.run());
    return step.last();
  }

  /** Gives changed records back what they held, and closes what still waited. */
  @Requires(MANAGE_MIGRATIONS)
  public boolean restore(Claim claim, ImportPlan.Stage stage) {
    if (!runs.alive(claim)) {
      throw new Conflict(ChunkIntake.HALTED);
    }
    var step = removal.restore(claim, stage.table());
    runs.takenBack(claim.run(), step.undone(), step.kept());
    return step.last() != null;
  }

  @Requires(MANAGE_MIGRATIONS)
  public void close(Claim claim) {
    removal.close(claim);
  }
}
