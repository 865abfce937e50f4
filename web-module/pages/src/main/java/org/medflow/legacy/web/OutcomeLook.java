package org.medflow.legacy.web;

import java.util.Arrays;

/** How the outcome of a row looks. */
public enum OutcomeLook {
  ORPHAN("special", "pi-link"),
  INVALID("warning", "pi-exclamation-circle"),
  REVIEW("info", "pi-users"),
  ERROR("danger", "pi-times-circle"),
  OTHER("neutral", "pi-circle");

  private final String intent;
  private final String icon;

  OutcomeLook(String intent, String icon) {
    this.intent = intent;
    this.icon = icon;
  }

  static OutcomeLook of(String outcome) {
    return Arrays.stream(values())
        .filter(look -> look.name().equals(outcome))
        .findFirst()
        .orElse(OTHER);
  }

  public String intent() {
    return intent;
  }

  public String icon() {
    return icon;
  }
}
