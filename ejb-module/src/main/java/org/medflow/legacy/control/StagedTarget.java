package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.medflow.legacy.control.StagedRowQuery.Staged;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.Outcome;
import org.medflow.legacy.entity.SourceRow;
import org.medflow.platform.Ids;

/** Keeps the rows of a table sealed until the room that they belong to is built. */
@ApplicationScoped
class StagedTarget implements ImportTarget {

  static final String PLACE = "legacy.staged_row";

  @Inject StagedRowQuery rows;
  @Inject SealedCells cells;

  /** Takes what nobody else takes, and is asked for it by {@link ImportTargets} alone. */
  @Override
  public boolean takes(LegacyTable table) {
    return false;
  }

  @Override
  public String type() {
    return "staged";
  }

  @Override
  public List<Staged> read(LegacyTable table, List<SourceRow> rows) {
    return rows.stream().map(row -> staged(table, row)).toList();
  }

  private Staged staged(LegacyTable table, SourceRow row) {
    var id = Ids.next();
    return new Staged(id, LegacyKey.of(table, row), cells.seal(PLACE, id, row));
  }

  @Override
  public List<RowVerdict> load(ImportChunk chunk) {
    var verdicts = new ArrayList<RowVerdict>();
    var made = new ArrayList<Staged>();
    for (var arrival : chunk.arrivals()) {
      verdicts.add(
          arrival.known() == null
              ? kept(chunk, arrival, made)
              : replaced(chunk, arrival, arrival.known()));
    }
    rows.add(chunk.claim(), chunk.table(), made);
    return verdicts;
  }

  private RowVerdict kept(ImportChunk chunk, Arrival arrival, List<Staged> made) {
    if (chunk.claim().dryRun()) {
      return RowVerdict.done(Outcome.CREATED, null, 0);
    }
    var staged = (Staged) arrival.read().said();
    made.add(staged);
    return RowVerdict.done(Outcome.CREATED, staged.id(), 0);
  }

  private RowVerdict replaced(
      ImportChunk chunk, Arrival arrival, LegacyMappingQuery.Mapping known) {
    var id = known.target();
    if (chunk.claim().dryRun()) {
      return RowVerdict.done(Outcome.UPDATED, id, known.version());
    }
    var before = rows.raw(id);
    long version = rows.replace(id, cells.seal(PLACE, id, arrival.row()));
    return RowVerdict.done(Outcome.UPDATED, id, version).keeping(before);
  }

  @Override
  public List<UUID> remove(Map<UUID, Long> versions) {
    return rows.remove(versions);
  }

  @Override
  public Optional<Long> restore(UUID target, long version, byte[] before) {
    return Optional.of(rows.replace(target, before));
  }
}
