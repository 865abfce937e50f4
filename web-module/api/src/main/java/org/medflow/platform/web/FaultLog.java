package org.medflow.platform.web;

import java.lang.System.Logger.Level;

/** One line for what a person has to look into; the correlation id is on every line of the log. */
final class FaultLog {

  private static final System.Logger LOG = System.getLogger("org.medflow.api");

  private FaultLog() {}

  static void write(Fault fault, Throwable failure) {
    if (fault.unexpected()) {
      LOG.log(Level.ERROR, "unexpected failure of a request", failure);
    } else if (fault.status() == 503) {
      LOG.log(Level.WARNING, "a request could not be served: {0}", kind(failure));
    } else if (StoreFaults.of(root(failure)).isPresent()) {
      LOG.log(Level.WARNING, "only the database refused this request: {0}", kind(failure));
    }
  }

  private static String kind(Throwable failure) {
    return root(failure).getClass().getName();
  }

  private static Throwable root(Throwable failure) {
    var deepest = failure;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    return deepest;
  }
}
