package org.medflow.identity.boundary;

/**
 * What somebody types at the door.
 *
 * @param address network address of the caller, for the limits
 * @param agent user agent, shown in the list of sessions
 */
public record Credentials(String username, String password, String address, String agent) {
  @Override
  public String toString() {
    return "Credentials[" + username + "]";
  }
}
