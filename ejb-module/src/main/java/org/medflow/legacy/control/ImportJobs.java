package org.medflow.legacy.control;

import org.medflow.legacy.boundary.Claim;

/** The batch engine as this room sees it; the batch module is behind it. */
public interface ImportJobs {

  /**
   * Opens a source, looks at it and counts its rows; refuses one that it does not know or cannot
   * open.
   */
  SourceReport inspect(String source);

  /** Starts a job execution for a run whose row is committed: to load it, or to take it back. */
  void launch(Claim claim, boolean rollback);
}
