package org.medflow.legacy.batch;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.medflow.platform.error.ClinicException;

/**
 * Trouble that passes (database away for a moment, deadlock, time-out) is tried again after 1, 2
 * and 4 seconds; then the job stops and goes on later from its watermark. A refusal is no trouble.
 */
final class Retries {

  private static final int[] SECONDS = {1, 2, 4};

  private Retries() {}

  static void of(Runnable work) {
    for (int pause : SECONDS) {
      try {
        work.run();
        return;
      } catch (ClinicException refused) {
        throw refused;
      } catch (RuntimeException trouble) {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(pause));
      }
    }
    work.run();
  }
}
