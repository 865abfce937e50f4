package org.medflow.legacy.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.medflow.legacy.boundary.ChunkIntake;
import org.medflow.legacy.boundary.Claim;
import org.medflow.legacy.boundary.ImportIntake;
import org.medflow.legacy.control.ReadRow;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.platform.security.Actors;

/** Hands the rows of a chunk to the room, table by table, on behalf of the run. */
@Named
@Dependent
public class LegacyRowWriter extends AbstractItemWriter {

  @Inject JobContext context;
  @Inject ImportIntake intake;
  @Inject ChunkIntake chunks;

  @Override
  public void writeItems(List<Object> items) {
    var claim = JobClaim.of(context);
    Actors.run(claim.actor(), () -> write(claim, items));
  }

  private void write(Claim claim, List<Object> items) {
    var rows = new ArrayList<ReadRow>();
    LegacyTable table = null;
    for (var item : items) {
      var one = (LegacyItem) item;
      if (one.row() == null) {
        take(claim, one.table(), rows);
        Retries.of(() -> chunks.ended(claim, one.table()));
      } else {
        rows.add(one.row());
      }
      table = one.table();
    }
    take(claim, table, rows);
  }

  private void take(Claim claim, LegacyTable table, List<ReadRow> rows) {
    if (!rows.isEmpty()) {
      var chunk = List.copyOf(rows);
      rows.clear();
      Retries.of(() -> intake.take(claim, table, chunk));
    }
  }
}
