package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * What became of one of a series.
 *
 * @param id the appointment, null when it was not booked
 * @param code why it was not, for example {@code slot-taken}; null when it was
 */
public record Occurrence(Instant start, UUID id, String number, String code)
    implements Serializable {}
