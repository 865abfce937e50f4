package org.medflow.audit.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * How often somebody came near one record.
 *
 * @param listed saw it in a list
 * @param opened read it
 * @param changed did something with it
 * @param refused was turned away
 */
public record AccessView(
    String actorKind,
    UUID actor,
    long listed,
    long opened,
    long changed,
    long refused,
    Instant firstAt,
    Instant lastAt)
    implements Serializable {}
