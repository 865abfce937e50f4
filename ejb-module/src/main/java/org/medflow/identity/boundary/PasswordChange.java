package org.medflow.identity.boundary;

/** The password that is and the one that is to be. */
public record PasswordChange(String current, String wanted) {

  /** Logs may print it. */
  @Override
  public String toString() {
    return "PasswordChange[]";
  }
}
