package org.medflow.legacy.batch;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Queue;
import org.medflow.legacy.boundary.ImportIntake;
import org.medflow.legacy.boundary.ImportLedger;
import org.medflow.legacy.boundary.ImportPlan;
import org.medflow.legacy.boundary.LegacySource;
import org.medflow.legacy.boundary.OpenSource;
import org.medflow.legacy.control.ReadRow;
import org.medflow.platform.security.Actors;
import org.medflow.platform.work.Ahead;
import org.medflow.platform.work.ReadAhead;

/**
 * Reads the tables of a source one after the other, each from the watermark of its run, and what
 * the next rows say while those before them are taken in. The batch container's own checkpoint is
 * not looked at: it is saved before the commit and may be ahead of it. A source that is not the one
 * the run began on ends the run.
 */
@Named
@Dependent
public class LegacyRowReader extends AbstractItemReader {

  @Inject JobContext context;
  @Inject ImportLedger ledger;
  @Inject OpenSource sources;
  @Inject ImportIntake intake;
  @Inject Ahead ahead;

  private final Queue<ImportPlan.Stage> waiting = new ArrayDeque<>();
  private LegacySource source;
  private ImportPlan.Stage stage;
  private ReadAhead<ReadRow> rows;

  @Override
  public void open(Serializable checkpoint) {
    var claim = JobClaim.of(context);
    var plan = Actors.as(claim.actor(), () -> ledger.begin(claim));
    source = sources.named(plan.source());
    if (!plan.begunOn(source.fingerprint())) {
      Actors.run(claim.actor(), () -> ledger.fail(claim, "source-changed"));
      throw new IllegalStateException("the source was changed during run " + claim.run());
    }
    plan.stages().stream().filter(one -> !one.done()).forEach(waiting::add);
  }

  @Override
  public Object readItem() {
    if (stage == null) {
      stage = waiting.poll();
      if (stage == null) {
        return null;
      }
      rows = begin(stage);
    }
    var table = stage.table();
    var row = rows.next();
    if (row.isPresent()) {
      return new LegacyItem(table, row.get());
    }
    rows.close();
    stage = null;
    return LegacyItem.endOf(table);
  }

  private ReadAhead<ReadRow> begin(ImportPlan.Stage next) {
    var actor = JobClaim.of(context).actor();
    var begun = source.read(next.table(), next.mark(), next.ordinal());
    return ahead.read(
        begun::next, rows -> Actors.as(actor, () -> intake.read(next.table(), rows)), begun::close);
  }

  @Override
  public void close() {
    if (rows != null) {
      rows.close();
    }
    if (source != null) {
      source.close();
    }
  }
}
