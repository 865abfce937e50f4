package org.medflow.identity.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A line of the list of accounts.
 *
 * @param roles role codes in the clinic of the call
 * @param waiting role codes that wait for a second person there
 * @param invited whether she has not chosen a password yet
 * @param secondFactor whether a second factor is set up and confirmed
 * @param lastSignInAt null when she never signed in
 * @param passwordAskedAt since when she waits for a new password, null when she does not
 */
public record StaffRow(
    UUID id,
    String username,
    String firstName,
    String lastName,
    List<String> roles,
    List<String> waiting,
    boolean active,
    boolean invited,
    boolean secondFactor,
    Instant lastSignInAt,
    Instant passwordAskedAt,
    long version)
    implements Serializable {

  public StaffRow {
    roles = List.copyOf(roles);
    waiting = List.copyOf(waiting);
  }
}
