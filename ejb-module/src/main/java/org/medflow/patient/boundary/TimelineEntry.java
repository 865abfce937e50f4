package org.medflow.patient.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One event of a record.
 *
 * @param kind for icon and filter, for example {@code registration}, {@code merge}, {@code import}
 * @param titleKey message key of the title
 * @param arguments for the message
 * @param eye OD, OS, OU or null
 */
public record TimelineEntry(
    Instant at, String kind, String titleKey, List<String> arguments, String eye, UUID link)
    implements Serializable {}
