package org.medflow.legacy.boundary;

import static org.medflow.platform.security.Permission.MANAGE_MIGRATIONS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.medflow.legacy.control.ImportRunQuery;
import org.medflow.legacy.control.LegacyPatientRows;
import org.medflow.legacy.control.RowVerdict;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.security.Requires;

/**
 * One row, one transaction: the record, the mapping, the outcome and the watermark are there
 * together or not at all. A killed job therefore loses no row and takes none twice
 * (LegacyImportFaultIT). Two executions of one run meet at the run's row, and the one that no
 * longer holds it is refused.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PatientIntake {

  static final String TAKEN_OVER = "import-taken-over";

  @Inject ImportRunQuery runs;
  @Inject LegacyPatientRows rows;

  @Requires(MANAGE_MIGRATIONS)
  public void take(Claim claim, LegacyPatientRow row) {
    if (next(claim, row)) {
      rows.take(claim, ImportLedger.TABLE, row);
    }
  }

  /** Writes down a row whose own transaction was given up. */
  @Requires(MANAGE_MIGRATIONS)
  public void setAside(Claim claim, LegacyPatientRow row, RowVerdict verdict) {
    if (next(claim, row)) {
      rows.write(claim, ImportLedger.TABLE, row, verdict);
    }
  }

  private boolean next(Claim claim, LegacyPatientRow row) {
    if (!runs.alive(claim)) {
      throw new Conflict(TAKEN_OVER);
    }
    return runs.advance(claim.run(), ImportLedger.TABLE, row.line());
  }
}
