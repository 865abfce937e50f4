package org.medflow.legacy.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A row that was not taken in as it came.
 *
 * @param ordinal line of the file, or number of the row in the table
 * @param outcome ORPHAN, INVALID, REVIEW or ERROR
 * @param reason why, for example {@code no-name} or {@code patient-likely-duplicate}
 * @param resolution what was made of it, null while it is open
 */
public record RejectView(
    UUID id,
    String table,
    String sourceKey,
    long ordinal,
    String outcome,
    String reason,
    String resolution,
    Instant resolvedAt)
    implements Serializable {}
