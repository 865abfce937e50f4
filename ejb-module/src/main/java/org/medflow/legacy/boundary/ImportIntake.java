package org.medflow.legacy.boundary;

import static org.medflow.platform.security.Permission.MANAGE_MIGRATIONS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Supplier;
import org.medflow.legacy.control.PassingTrouble;
import org.medflow.legacy.control.ReadRow;
import org.medflow.legacy.control.Refusal;
import org.medflow.legacy.control.RowReading;
import org.medflow.legacy.control.RowVerdict;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.Outcome;
import org.medflow.legacy.entity.SourceRow;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.error.Unavailable;
import org.medflow.platform.security.Requires;

/**
 * Takes rows in, a chunk in one transaction. A chunk that cannot be taken as a whole is taken row
 * by row, so that one bad row costs no other anything; what a row is refused for is written down
 * with it. Only trouble that passes stops the job, which goes on from the watermark.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportIntake {

  private static final System.Logger LOG = System.getLogger(ImportIntake.class.getName());

  @Inject ChunkIntake chunks;
  @Inject RowReading reading;

  /** What rows say by themselves; done ahead of the chunk that takes them in. */
  @Requires(MANAGE_MIGRATIONS)
  public List<ReadRow> read(LegacyTable table, List<SourceRow> rows) {
    return reading.read(table, rows);
  }

  @Requires(MANAGE_MIGRATIONS)
  public void take(Claim claim, LegacyTable table, List<ReadRow> rows) {
    try {
      chunks.take(claim, table, rows);
    } catch (RuntimeException failed) {
      stopIfPassing(failed);
      if (rows.size() > 1) {
        rows.forEach(row -> take(claim, table, row));
      } else {
        setAside(claim, table, rows.get(0), failed);
      }
    }
  }

  private void take(Claim claim, LegacyTable table, ReadRow row) {
    attempt(() -> chunks.take(claim, table, List.of(row)), claim, table, row);
  }

  /** A commit that failed for once says no reason: the row gets one more try. */
  private void attempt(Runnable work, Claim claim, LegacyTable table, ReadRow row) {
    try {
      work.run();
    } catch (ClinicException refused) {
      stopIfPassing(refused);
      setAside(claim, table, row, refused);
    } catch (RuntimeException first) {
      stopIfPassing(first);
      try {
        work.run();
      } catch (RuntimeException second) {
        stopIfPassing(second);
        setAside(claim, table, row, second);
      }
    }
  }

  private void setAside(Claim claim, LegacyTable table, ReadRow row, RuntimeException why) {
    Supplier<RowVerdict> error = () -> error(claim, row, why);
    var verdict =
        why instanceof ClinicException refused
            ? Refusal.verdict(refused)
            : Refusal.race(why).orElseGet(error);
    chunks.setAside(claim, table, row, verdict);
  }

  private static void stopIfPassing(RuntimeException failure) {
    if (PassingTrouble.is(failure)
        || failure instanceof Unavailable
        || failure instanceof ClinicException refused
            && refused.code().equals(ChunkIntake.HALTED)) {
      throw failure;
    }
  }

  private static RowVerdict error(Claim claim, ReadRow row, RuntimeException broken) {
    LOG.log(
        Level.ERROR, "{0} of run {1} failed: {2}", row, claim.run(), PassingTrouble.kinds(broken));
    return RowVerdict.aside(Outcome.ERROR, "unexpected");
  }
}
