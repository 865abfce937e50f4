package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.medflow.patient.boundary.TimelineEntry;
import org.medflow.patient.boundary.TimelineSource;

/** Says in a record that it came from an older system, under which number and when. */
@ApplicationScoped
class LegacyTimeline implements TimelineSource {

  @Inject LegacyMappingQuery mappings;

  @Override
  public List<TimelineEntry> entries(UUID patient, int limit) {
    return mappings.ofTarget(patient, limit).stream()
        .map(
            from ->
                new TimelineEntry(
                    from.firstAt(),
                    "import",
                    "patient.timeline.import",
                    List.of(from.source().key(), from.source().system().toUpperCase(Locale.ROOT)),
                    null,
                    null))
        .toList();
  }
}
