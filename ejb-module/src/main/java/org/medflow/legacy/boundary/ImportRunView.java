package org.medflow.legacy.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A run; status is STARTING, RUNNING, COMPLETED or FAILED. */
public record ImportRunView(
    UUID run,
    String source,
    String clinic,
    boolean dryRun,
    String status,
    Instant startedAt,
    Instant endedAt)
    implements Serializable {}
