package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.medflow.legacy.entity.LegacyTable;

/** Which room takes which table; those of rooms that are not built yet are kept as they are. */
@ApplicationScoped
public class ImportTargets {

  @Inject Instance<ImportTarget> targets;
  @Inject StagedTarget staged;

  public ImportTarget of(LegacyTable table) {
    return targets.stream().filter(target -> target.takes(table)).findFirst().orElse(staged);
  }
}
