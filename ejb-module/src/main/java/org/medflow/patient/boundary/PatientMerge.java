package org.medflow.patient.boundary;

import static org.medflow.platform.security.Permission.*;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.UUID;
import org.medflow.platform.security.Requires;

@Stateless
public class PatientMerge {
  @Requires(MERGE_PATIENTS)
  public MergeView merge(MergePatients command) {
    throw new UnsupportedOperationException();
  }

  @Requires(MERGE_PATIENTS)
  public MergeView undo(UUID merge, String reason) {
    throw new UnsupportedOperationException();
  }

  @Requires(VIEW_PATIENTS)
  public List<MergeView> of(UUID patient) {
    throw new UnsupportedOperationException();
  }
}
