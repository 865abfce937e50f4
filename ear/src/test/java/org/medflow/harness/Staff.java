package org.medflow.harness;

import java.util.UUID;

/** Somebody who works in a fixture's clinic. */
public record Staff(String username, String password, String role, UUID clinic) {

  @Override
  public String toString() {
    return "Staff[" + username + "]";
  }
}
