package org.medflow.legacy.boundary;

import static org.medflow.platform.security.Permission.MANAGE_MIGRATIONS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.List;
import org.medflow.legacy.control.PassingTrouble;
import org.medflow.legacy.control.Refusal;
import org.medflow.legacy.control.RowVerdict;
import org.medflow.legacy.entity.Outcome;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.error.Unavailable;
import org.medflow.platform.security.Requires;

/**
 * Takes the rows of a chunk in, one after the other. What the registry refuses is set aside with
 * its reason and costs no other row anything; only trouble that passes stops the chunk.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LegacyPatients {

  private static final System.Logger LOG = System.getLogger(LegacyPatients.class.getName());

  @Inject PatientIntake intake;

  @Requires(MANAGE_MIGRATIONS)
  public void take(Claim claim, List<LegacyPatientRow> rows) {
    rows.forEach(row -> take(claim, row));
  }

  private void take(Claim claim, LegacyPatientRow row) {
    try {
      attempt(claim, row);
    } catch (ClinicException passing) {
      throw passing;
    } catch (RuntimeException first) {
      stopIfPassing(first);
      again(claim, row);
    }
  }

  /** A commit that failed for once says no reason: the row gets one more try. */
  private void again(Claim claim, LegacyPatientRow row) {
    try {
      attempt(claim, row);
    } catch (ClinicException passing) {
      throw passing;
    } catch (RuntimeException broken) {
      stopIfPassing(broken);
      intake.setAside(claim, row, Refusal.race(broken).orElseGet(() -> error(claim, row, broken)));
    }
  }

  private void attempt(Claim claim, LegacyPatientRow row) {
    try {
      intake.take(claim, row);
    } catch (ClinicException refused) {
      if (refused instanceof Unavailable || refused.code().equals(PatientIntake.TAKEN_OVER)) {
        throw refused;
      }
      intake.setAside(claim, row, Refusal.verdict(refused));
    }
  }

  private static void stopIfPassing(RuntimeException failure) {
    if (PassingTrouble.is(failure)) {
      throw failure;
    }
  }

  private static RowVerdict error(Claim claim, LegacyPatientRow row, RuntimeException broken) {
    LOG.log(
        Level.ERROR,
        "line {0} of run {1} failed: {2}",
        row.line(),
        claim.run(),
        PassingTrouble.kinds(broken));
    return RowVerdict.aside(Outcome.ERROR, "unexpected");
  }
}
