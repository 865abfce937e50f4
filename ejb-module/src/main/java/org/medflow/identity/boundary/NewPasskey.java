package org.medflow.identity.boundary;

/**
 * A passkey that an authenticator has just made.
 *
 * @param label how its person calls it
 * @param credential the answer of the authenticator, JSON as WebAuthn writes it
 * @param doorway the name under which the page was opened
 */
public record NewPasskey(String label, String credential, Doorway doorway) {
  @Override
  public String toString() {
    return "NewPasskey[]";
  }
}
