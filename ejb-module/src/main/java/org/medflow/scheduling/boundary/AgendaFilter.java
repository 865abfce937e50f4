package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.medflow.scheduling.entity.AppointmentStatus;

/**
 * What to show of the agenda: all that touches the time from one instant to another; null filters
 * nothing.
 *
 * @param size 5 to 100
 * @param cursor {@code next} of the slice before, null for the first
 */
public record AgendaFilter(
    Instant from,
    Instant to,
    UUID providerId,
    UUID roomId,
    AppointmentStatus status,
    int size,
    String cursor)
    implements Serializable {}
