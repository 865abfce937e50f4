package org.medflow.identity.boundary;

import jakarta.security.enterprise.credential.Credential;

/** What the launcher shows; the web tier takes it from loopback addresses only. */
public record OperatorCredential(String token) implements Credential {
  @Override
  public String toString() {
    return "OperatorCredential";
  }
}
