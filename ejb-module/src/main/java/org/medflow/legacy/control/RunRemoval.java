package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.medflow.legacy.boundary.Claim;
import org.medflow.legacy.control.LegacyMappingQuery.Mapping;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.platform.vault.Vault;

/** What a rollback does with the records of one table, some at a time. */
@ApplicationScoped
public class RunRemoval {

  private static final int SOME = 500;
  private static final UUID FIRST = new UUID(0, 0);

  @Inject ImportTargets targets;
  @Inject LegacyMappingQuery mappings;
  @Inject ImportNoteQuery notes;
  @Inject ImportRowQuery rows;
  @Inject Vault vault;

  /** What was done; last is null when nothing is left. */
  public record Step(long undone, long kept, UUID last) {}

  /** Removes records that the run made and nobody touched since, and their mappings. */
  public Step next(Claim claim, LegacyTable table, UUID after) {
    var made = mappings.madeBy(claim.run(), table, after == null ? FIRST : after, SOME);
    if (made.isEmpty()) {
      return new Step(0, 0, null);
    }
    var versions = new LinkedHashMap<UUID, Long>();
    made.forEach(mapping -> versions.put(mapping.target(), mapping.version()));
    var gone = new HashSet<>(targets.of(table).remove(versions));
    mappings.drop(
        made.stream().filter(mapping -> gone.contains(mapping.target())).map(Mapping::id).toList());
    long undone = made.stream().filter(mapping -> gone.contains(mapping.target())).count();
    return new Step(undone, made.size() - undone, made.get(made.size() - 1).id());
  }

  /** Gives records that the run changed what they held; the newest change first. */
  public Step restore(Claim claim, LegacyTable table) {
    var images = notes.images(claim.run(), table, SOME);
    long undone = 0;
    for (var image : images) {
      var before = vault.open(ChunkLoad.BEFORE, "image", image.mapping(), image.image());
      var version = targets.of(table).restore(image.target(), image.version(), before);
      if (version.isPresent()) {
        mappings.changed(image.mapping(), claim.run(), version.get(), image.hash());
        undone++;
      }
      notes.used(image.id());
    }
    return new Step(undone, images.size() - undone, images.isEmpty() ? null : FIRST);
  }

  /** Rows that waited belong to a run that is no more. */
  public void close(Claim claim) {
    rows.rolledBack(claim.run(), claim.run());
  }
}
