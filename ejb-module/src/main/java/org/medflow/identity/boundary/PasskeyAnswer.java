package org.medflow.identity.boundary;

/**
 * What a browser brings back from an authenticator at the door.
 *
 * @param challenge from the first step
 * @param credential the signed answer, JSON as WebAuthn writes it
 * @param doorway the name under which the page was opened
 * @param address network address of the caller, for the limits
 * @param agent user agent, shown in the list of sessions
 */
public record PasskeyAnswer(
    String challenge, String credential, Doorway doorway, String address, String agent) {
  @Override
  public String toString() {
    return "PasskeyAnswer[]";
  }
}
