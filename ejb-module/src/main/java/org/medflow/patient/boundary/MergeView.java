package org.medflow.patient.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A merge that was done, and whether it was undone since. */
public record MergeView(
    UUID id, UUID survivor, UUID duplicate, String reason, Instant at, Instant undoneAt)
    implements Serializable {}
