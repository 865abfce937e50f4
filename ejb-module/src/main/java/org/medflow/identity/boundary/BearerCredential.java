package org.medflow.identity.boundary;

import jakarta.security.enterprise.credential.Credential;

/**
 * What an API client shows at the door.
 *
 * @param clinic id or code of the clinic to work in, null for the session's own
 */
public record BearerCredential(String token, String clinic) implements Credential {
  @Override
  public String toString() {
    return "BearerCredential";
  }
}
