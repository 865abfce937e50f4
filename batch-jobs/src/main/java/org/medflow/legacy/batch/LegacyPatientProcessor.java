package org.medflow.legacy.batch;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;

/** Gives each cell its column; blank lines and repeated headers are no rows and fall out here. */
@Named
@Dependent
public class LegacyPatientProcessor implements ItemProcessor {

  @Override
  public Object processItem(Object item) {
    var read = (LegacyPatientItem) item;
    return read.file().row(read.record()).orElse(null);
  }
}
