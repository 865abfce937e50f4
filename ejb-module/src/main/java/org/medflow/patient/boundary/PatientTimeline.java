package org.medflow.patient.boundary;

import static org.medflow.platform.security.Permission.VIEW_PATIENTS;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.platform.security.Requires;

/**
 * What happened to a patient, told by every room that has something to say. A room joins in by
 * publishing a {@link TimelineSource}; none is named here.
 */
@Stateless
public class PatientTimeline {

  private static final int LARGEST = 200;

  @Inject StandingPatient standing;
  @Inject Instance<TimelineSource> sources;
  @Inject AuditTrail audit;

  /** The newest entries of all rooms, at most {@code limit}. */
  @Requires(VIEW_PATIENTS)
  public List<TimelineEntry> of(UUID patient, int limit) {
    standing.of(patient);
    int most = Math.max(1, Math.min(limit, LARGEST));
    audit.read("patient.timeline", "patient", List.of(patient));
    return sources.stream()
        .flatMap(source -> source.entries(patient, most).stream())
        .sorted(Comparator.comparing(TimelineEntry::at).reversed())
        .limit(most)
        .toList();
  }
}
