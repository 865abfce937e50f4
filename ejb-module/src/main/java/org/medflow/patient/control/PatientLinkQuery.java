package org.medflow.patient.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.medflow.platform.store.Rows;

/** The clinics that see a patient, and the old numbers that lead to her. */
@ApplicationScoped
public class PatientLinkQuery {

  @Inject Rows rows;

  public void link(UUID patient, UUID clinic, Instant at) {
    rows.update(
        "insert into medflow.patient_clinic (patient_id, clinic_id, linked_at) values (?, ?, ?)",
        patient,
        clinic,
        at);
  }

  public List<String> aliases(UUID patient) {
    return rows.list(
        "select mrn from medflow.patient_alias where patient_id = ? order by mrn",
        row -> row.getString(1),
        patient);
  }
}
