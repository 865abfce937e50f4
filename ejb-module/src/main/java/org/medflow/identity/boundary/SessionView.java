package org.medflow.identity.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A session of the caller's that is open.
 *
 * @param agent what the browser or program called itself, null when it did not
 * @param current whether this very call belongs to it
 */
public record SessionView(
    UUID id,
    Instant createdAt,
    Instant lastSeenAt,
    Instant expiresAt,
    String address,
    String agent,
    boolean current)
    implements Serializable {}
