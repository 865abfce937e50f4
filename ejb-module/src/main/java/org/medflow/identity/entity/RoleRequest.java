package org.medflow.identity.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * A role that somebody wants somebody else to have: asked for, then approved or refused by a third
 * person within its time. Of two who decide at once, the row lets one.
 *
 * @param user who is to get it
 */
public record RoleRequest(
    UUID id, UUID clinic, UUID user, String role, UUID askedBy, Instant askedAt, Instant until) {}
