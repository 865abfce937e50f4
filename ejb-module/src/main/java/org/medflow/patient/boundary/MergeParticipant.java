package org.medflow.patient.boundary;

import java.util.List;
import java.util.UUID;

/**
 * A room whose rows follow a patient when two records are joined. Every moved row is named, so that
 * undoing moves exactly those back.
 */
public interface MergeParticipant {

  /** Table name for the journal of the merge. */
  String rows();

  /** Moves the rows of one patient to another; returns the ids of the moved rows. */
  List<UUID> move(UUID from, UUID to);

  /** Moves the named rows back. */
  void moveBack(List<UUID> rows, UUID from, UUID to);
}
