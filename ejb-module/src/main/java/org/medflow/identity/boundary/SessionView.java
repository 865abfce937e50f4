package org.medflow.identity.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A session of the caller's that is open.
 *
 * @param agent what the browser or program called itself, null when it did not
 * @param current whether this very call belongs to it
 * @param newAddress whether none of her earlier sessions came from there
 * @param newAgent whether none of them was opened with such a browser or program
 */
public record SessionView(
    UUID id,
    Instant createdAt,
    Instant lastSeenAt,
    Instant expiresAt,
    String address,
    String agent,
    boolean current,
    boolean newAddress,
    boolean newAgent)
    implements Serializable {}
