package org.medflow.identity.boundary;

import java.util.List;

/**
 * A second factor that works now.
 *
 * @param recoveryCodes ten, in clear for this once
 * @param challenge opens the session once, for whoever was at the door; null for who was in already
 */
public record Enrolled(List<String> recoveryCodes, String challenge) {
  @Override
  public String toString() {
    return "Enrolled[]";
  }
}
