package org.medflow.identity.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A link by which somebody chooses her password, shown this once.
 *
 * @param path address below the house's own, with the token in it
 */
public record AccessLink(UUID user, String path, Instant expiresAt) implements Serializable {

  /** Logs may print it. */
  @Override
  public String toString() {
    return "AccessLink[" + user + "]";
  }
}
