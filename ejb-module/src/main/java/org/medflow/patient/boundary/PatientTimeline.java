package org.medflow.patient.boundary;

import static org.medflow.platform.security.Permission.*;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.UUID;
import org.medflow.platform.security.Requires;

@Stateless
public class PatientTimeline {
  @Requires(VIEW_PATIENTS)
  public List<TimelineEntry> of(UUID patient, int limit) {
    throw new UnsupportedOperationException();
  }
}
