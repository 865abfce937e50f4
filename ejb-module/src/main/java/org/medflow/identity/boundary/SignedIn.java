package org.medflow.identity.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** The session that a right password opened, and its absolute end. */
public record SignedIn(UUID session, UUID user, String username, Instant expiresAt)
    implements Serializable {}
