package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.medflow.legacy.boundary.Claim;
import org.medflow.legacy.control.ImportRowQuery.Kept;
import org.medflow.legacy.entity.Outcome;
import org.medflow.legacy.entity.Resolution;
import org.medflow.legacy.entity.SourceRow;

/** Tries a row that was set aside once more, in the caller's transaction. */
@ApplicationScoped
public class RowRetry {

  @Inject ChunkLoad chunk;
  @Inject SealedCells cells;
  @Inject ImportRowQuery rows;
  @Inject LegacyMappingQuery mappings;
  @Inject ImportTargets targets;
  @Inject RowReading reading;

  /** What stood in the row. */
  public java.util.Map<String, String> cells(Kept kept) {
    return cells.open(ChunkLoad.ROW, kept.view().id(), kept.table(), kept.raw());
  }

  /**
   * Takes the row in if it can be now; a person may have said that it is nobody who is here.
   *
   * @return the verdict, which is written down only when the row came in
   */
  public RowVerdict again(Claim claim, Kept kept, boolean sure) {
    var verdict = chunk.retry(claim, kept.table(), row(kept), sure);
    if (!verdict.isAside()) {
      var how = sure ? Resolution.CREATED : Resolution.REPLAYED;
      rows.resolve(kept.view().id(), how, claim.holder(), null);
    }
    return verdict;
  }

  /** From now on the row stands for this record. */
  public void link(Claim claim, Kept kept, java.util.UUID target, long version) {
    var arrival = new Arrival(reading.one(kept.table(), row(kept)), null, true);
    var type = targets.of(kept.table()).type();
    mappings.add(
        claim, kept.table(), List.of(new LegacyMappingQuery.Made(arrival, type, target, version)));
    rows.resolve(kept.view().id(), Resolution.LINKED, claim.holder(), null);
  }

  /** Whether a record stands for the row already. */
  public boolean mapped(Kept kept) {
    var key = LegacyKey.of(kept.table(), row(kept));
    return key != null && !mappings.find(kept.table(), List.of(key)).isEmpty();
  }

  /** What a person can do with a row. */
  public static List<String> actions(Kept kept) {
    if (kept.view().resolution() != null) {
      return List.of();
    }
    var patient = PatientTarget.TABLES.contains(kept.table());
    var outcome = Outcome.valueOf(kept.view().outcome());
    if (outcome == Outcome.REVIEW && patient) {
      return "edited-here-since".equals(kept.view().reason())
          ? List.of("ignore", "replay")
          : List.of("link", "create", "replay", "ignore");
    }
    return List.of("replay", "ignore");
  }

  private SourceRow row(Kept kept) {
    return new SourceRow(kept.view().ordinal(), null, problem(kept), cells(kept));
  }

  /** A row whose cells could not be trusted is no better the second time. */
  private static String problem(Kept kept) {
    var reason = kept.view().reason();
    return List.of("too-many-columns", "field-too-long", "nul-character", "formula-cell")
            .contains(reason)
        ? reason
        : null;
  }
}
