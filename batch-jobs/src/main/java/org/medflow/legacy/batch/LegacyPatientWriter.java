package org.medflow.legacy.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.medflow.legacy.boundary.LegacyPatientRow;
import org.medflow.legacy.boundary.LegacyPatients;
import org.medflow.platform.security.Actors;

/** Hands the rows of a chunk to the room, on behalf of the run. */
@Named
@Dependent
public class LegacyPatientWriter extends AbstractItemWriter {

  @Inject JobContext context;
  @Inject LegacyPatients patients;

  @Override
  public void writeItems(List<Object> items) {
    var claim = JobClaim.of(context);
    var rows = items.stream().map(LegacyPatientRow.class::cast).toList();
    Actors.run(JobClaim.actor(claim), () -> patients.take(claim, rows));
  }
}
