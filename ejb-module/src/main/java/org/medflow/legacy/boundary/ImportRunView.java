package org.medflow.legacy.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A run.
 *
 * @param clinic code of the clinic
 * @param status STARTING, RUNNING, COMPLETED or FAILED
 * @param failure why it failed, for example {@code source-changed}; null unless it did
 */
public record ImportRunView(
    UUID run,
    String source,
    String clinic,
    boolean dryRun,
    String status,
    Instant startedAt,
    Instant endedAt,
    String failure)
    implements Serializable {}
