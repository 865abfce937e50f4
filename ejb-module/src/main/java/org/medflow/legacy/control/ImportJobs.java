package org.medflow.legacy.control;

import org.medflow.legacy.boundary.Claim;

/** The batch engine as this room sees it; the batch module is behind it. */
public interface ImportJobs {

  /** Looks at the export in a source such as {@code csv:/data/lv}; refuses what it cannot read. */
  SourceFile inspect(String source);

  /** Starts a job execution for a run whose row is committed. */
  void launch(Claim claim);
}
