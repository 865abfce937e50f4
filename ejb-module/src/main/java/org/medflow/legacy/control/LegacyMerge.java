package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.medflow.patient.boundary.MergeParticipant;

/** Old numbers follow a merged record, so that the next import finds the one that stayed. */
@ApplicationScoped
class LegacyMerge implements MergeParticipant {

  @Inject LegacyMappingQuery mappings;

  @Override
  public String rows() {
    return "legacy.legacy_mapping";
  }

  @Override
  public List<UUID> move(UUID from, UUID to) {
    return mappings.move(from, to);
  }

  @Override
  public void moveBack(List<UUID> rows, UUID from, UUID to) {
    mappings.moveBack(rows, from);
  }
}
