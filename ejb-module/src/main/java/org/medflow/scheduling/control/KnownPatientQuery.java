package org.medflow.scheduling.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.store.Rows;

/**
 * Whether somebody can be booked: the caller sees her, and her record was neither joined nor
 * removed.
 */
@ApplicationScoped
public class KnownPatientQuery {

  @Inject Rows rows;

  /** Refuses a patient who is not there; the record stays as it is until the transaction ends. */
  public void require(UUID patient) {
    if (patient == null) {
      throw Invalid.field("patientId", "required");
    }
    boolean merged =
        rows.first(
                """
                select merged_into is not null from medflow.patient
                 where id = ? and deleted_at is null for key share
                """,
                row -> row.getBoolean(1),
                patient)
            .orElseThrow(() -> Invalid.field("patientId", "unknown-patient"));
    if (merged) {
      throw new Conflict("patient-merged");
    }
  }
}
