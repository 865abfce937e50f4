package org.medflow.legacy.web;

import java.time.Duration;
import java.util.Optional;
import org.medflow.legacy.boundary.ImportRunView.Stage;

/** How far a table is: in hundredths, and how long it will still take at the present pace. */
final class Progress {

  private static final String DONE = "DONE";
  private static final String LOADING = "LOADING";
  private static final int WHOLE = 100;

  private Progress() {}

  /** From 0 to 100; a table that is not done is never quite whole. */
  static int percent(Stage stage) {
    if (stage.state().equals(DONE)) {
      return WHOLE;
    }
    if (stage.expected() <= 0) {
      return 0;
    }
    return (int) Math.min(WHOLE - 1, stage.counts().total() * WHOLE / stage.expected());
  }

  /** Empty when nobody can tell. */
  static Optional<Duration> remaining(Stage stage) {
    long left = stage.expected() - stage.counts().total();
    return stage.state().equals(LOADING) && stage.perSecond() > 0 && left >= 0
        ? Optional.of(Duration.ofSeconds((left + stage.perSecond() - 1) / stage.perSecond()))
        : Optional.empty();
  }

  static String clock(Duration time) {
    return "%02d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }
}
