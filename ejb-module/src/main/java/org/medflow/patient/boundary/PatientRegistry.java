package org.medflow.patient.boundary;

import static org.medflow.platform.security.Permission.*;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.UUID;
import org.medflow.platform.idempotency.IdempotencyKey;
import org.medflow.platform.security.Requires;

@Stateless
public class PatientRegistry {
  @Requires(REGISTER_PATIENTS)
  public PatientView register(RegisterPatient command, IdempotencyKey key) {
    throw new UnsupportedOperationException();
  }

  @Requires(VIEW_PATIENTS)
  public PatientView get(UUID id) {
    throw new UnsupportedOperationException();
  }

  @Requires({MANAGE_PATIENTS, REGISTER_PATIENTS})
  public PatientView amend(UUID id, long version, AmendPatient change) {
    throw new UnsupportedOperationException();
  }

  @Requires(DELETE_PATIENTS)
  public void remove(UUID id, long version, String reason) {
    throw new UnsupportedOperationException();
  }

  @Requires({REGISTER_PATIENTS, VIEW_PATIENTS})
  public List<Candidate> candidates(Person person) {
    throw new UnsupportedOperationException();
  }
}
