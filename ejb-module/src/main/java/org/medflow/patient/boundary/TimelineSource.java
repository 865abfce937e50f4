package org.medflow.patient.boundary;

import java.util.List;
import java.util.UUID;

/** A room that has something to say in a patient's timeline; called inside the transaction. */
public interface TimelineSource {

  /** The newest entries first, at most {@code limit}. */
  List<TimelineEntry> entries(UUID patient, int limit);
}
