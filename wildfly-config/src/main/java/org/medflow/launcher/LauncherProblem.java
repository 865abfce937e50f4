package org.medflow.launcher;

import java.io.Serial;

/** One sentence for the person at the terminal, and the exit code of the command. */
class LauncherProblem extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int NOT_RUNNING = 3;

  private final int exitCode;

  LauncherProblem(String sentence) {
    this(FAILED, sentence, null);
  }

  LauncherProblem(String sentence, Throwable cause) {
    this(FAILED, sentence, cause);
  }

  LauncherProblem(int exitCode, String sentence, Throwable cause) {
    super(sentence, cause);
    this.exitCode = exitCode;
  }

  static LauncherProblem usage(String sentence) {
    return new LauncherProblem(USAGE, sentence, null);
  }

  int exitCode() {
    return exitCode;
  }
}
