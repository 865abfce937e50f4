package org.medflow.launcher;

import java.io.Serial;

/** Nobody of ours answers just now: the server is down, or on its way up. */
final class ServerAway extends LauncherProblem {

  @Serial private static final long serialVersionUID = 1L;

  ServerAway(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
