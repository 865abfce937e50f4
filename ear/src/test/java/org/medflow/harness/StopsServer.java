package org.medflow.harness;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Stops the shared server when the last test is done. */
public final class StopsServer implements LauncherSessionListener {

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    Shared.stop();
  }
}
