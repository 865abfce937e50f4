package org.medflow.patient.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.medflow.patient.control.PatientRepository;
import org.medflow.patient.entity.Patient;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.NotFound;

/** A patient who may be seen and stands for herself; a merged one names whom she leads to. */
@ApplicationScoped
class StandingPatient {

  @Inject PatientRepository patients;

  Patient of(UUID id) {
    var patient = patients.byId(id).orElseThrow(() -> new NotFound("not-found"));
    if (patient.mergedInto() != null) {
      throw new Conflict("patient-merged", Map.of("survivor", survivor(patient)));
    }
    return patient;
  }

  /** The same, in the version that the caller has seen. */
  Patient at(UUID id, long version) {
    var patient = of(id);
    if (patient.stamps().version() != version) {
      throw new Conflict(Amendment.STALE, Map.of("version", patient.stamps().version()));
    }
    return patient;
  }

  private UUID survivor(Patient merged) {
    return patients
        .byId(merged.mergedInto())
        .filter(next -> next.mergedInto() != null)
        .map(this::survivor)
        .orElse(merged.mergedInto());
  }
}
