package org.medflow.identity.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A passkey as its person sees it.
 *
 * @param name the name of the installation for which it was made
 * @param lastUsedAt null while it was never used
 */
public record PasskeyView(UUID id, String label, String name, Instant createdAt, Instant lastUsedAt)
    implements Serializable {}
