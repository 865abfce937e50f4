package org.medflow.patient.boundary;

import static org.medflow.platform.security.Permission.*;

import jakarta.ejb.Stateless;
import java.util.List;
import org.medflow.platform.Page;
import org.medflow.platform.security.Requires;

@Stateless
public class PatientSearch {
  @Requires(VIEW_PATIENTS)
  public Page<PatientRow> search(PatientQuery query) {
    throw new UnsupportedOperationException();
  }

  @Requires(VIEW_PATIENTS)
  public List<PatientRow> newest(int limit) {
    throw new UnsupportedOperationException();
  }

  @Requires(VIEW_PATIENTS)
  public RegistryFigures figures() {
    throw new UnsupportedOperationException();
  }
}
