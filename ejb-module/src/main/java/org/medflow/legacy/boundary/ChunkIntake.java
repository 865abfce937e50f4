package org.medflow.legacy.boundary;

import static org.medflow.platform.security.Permission.MANAGE_MIGRATIONS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.medflow.legacy.control.ChunkLoad;
import org.medflow.legacy.control.ImportMetrics;
import org.medflow.legacy.control.ImportProgressQuery;
import org.medflow.legacy.control.ImportRunQuery;
import org.medflow.legacy.control.ReadRow;
import org.medflow.legacy.control.RowVerdict;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.Outcome;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.event.LiveEvents;
import org.medflow.platform.security.Requires;

/**
 * One chunk, one transaction: records, mappings, outcomes, counts and the watermark are there
 * together or not at all, so a killed job loses no row and takes none twice (ImportFaultIT). Two
 * executions of one run meet at the run's row, and the one that no longer holds it is refused; a
 * pause is the same refusal.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ChunkIntake {

  static final String HALTED = "import-taken-over";

  @Inject ImportRunQuery runs;
  @Inject ImportProgressQuery progress;
  @Inject ChunkLoad chunk;
  @Inject ImportMetrics metrics;
  @Inject LiveEvents live;

  @Requires(MANAGE_MIGRATIONS)
  public void take(Claim claim, LegacyTable table, List<ReadRow> rows) {
    hold(claim);
    tell(claim, table, chunk.load(claim, table, rows));
  }

  @Requires(MANAGE_MIGRATIONS)
  public void setAside(Claim claim, LegacyTable table, ReadRow row, RowVerdict verdict) {
    hold(claim);
    tell(claim, table, chunk.setAside(claim, table, row, verdict));
  }

  /** The table was read to its end. */
  @Requires(MANAGE_MIGRATIONS)
  public void ended(Claim claim, LegacyTable table) {
    hold(claim);
    progress.done(claim.run(), table);
    live.publish("migrations", "import_run", claim.run());
  }

  /** The job is at work, whatever it is doing. */
  @Requires(MANAGE_MIGRATIONS)
  public void hold(Claim claim) {
    if (!runs.alive(claim)) {
      throw new Conflict(HALTED);
    }
  }

  private void tell(Claim claim, LegacyTable table, Map<Outcome, Long> counts) {
    metrics.took(table, counts);
    live.publish("migrations", "import_run", claim.run());
  }
}
