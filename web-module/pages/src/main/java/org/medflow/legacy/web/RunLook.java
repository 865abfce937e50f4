package org.medflow.legacy.web;

import java.util.Arrays;

/** How the status of a run looks; what may be asked of a run in it. */
public enum RunLook {
  STARTING("info", "pi-sync"),
  RUNNING("info", "pi-sync"),
  PAUSED("warning", "pi-pause"),
  STOPPED("warning", "pi-stop-circle"),
  COMPLETED("success", "pi-check"),
  FAILED("danger", "pi-times-circle"),
  ROLLING_BACK("info", "pi-undo"),
  ROLLED_BACK("neutral", "pi-undo"),
  UNKNOWN("neutral", "pi-circle");

  private final String intent;
  private final String icon;

  RunLook(String intent, String icon) {
    this.intent = intent;
    this.icon = icon;
  }

  static RunLook of(String status) {
    return Arrays.stream(values())
        .filter(look -> look.name().equals(status))
        .findFirst()
        .orElse(UNKNOWN);
  }

  public String intent() {
    return intent;
  }

  public String icon() {
    return icon;
  }

  /** Whether the page has to look again by itself. */
  public boolean goesOn() {
    return this == STARTING || this == RUNNING || this == ROLLING_BACK;
  }

  public boolean mayPause() {
    return this == STARTING || this == RUNNING;
  }

  public boolean mayResume() {
    return this == PAUSED || this == STOPPED || this == FAILED;
  }

  public boolean mayStop() {
    return mayPause() || this == PAUSED;
  }

  public boolean mayRollBack() {
    return this == COMPLETED || this == STOPPED || this == FAILED;
  }
}
