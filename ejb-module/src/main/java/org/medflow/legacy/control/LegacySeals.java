package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.medflow.platform.vault.Column;
import org.medflow.platform.vault.SealedColumn;
import org.medflow.platform.vault.SealedColumns;

/** What this room keeps sealed: rows that were set aside or wait, and what a run replaced. */
@ApplicationScoped
public class LegacySeals implements SealedColumns {

  @Override
  public List<SealedColumn> columns() {
    return List.of(
        SealedColumn.of(ChunkLoad.ROW, SealedCells.RAW),
        SealedColumn.of(StagedTarget.PLACE, SealedCells.RAW),
        new SealedColumn(new Column(ChunkLoad.BEFORE, "image"), "mapping_id"));
  }
}
