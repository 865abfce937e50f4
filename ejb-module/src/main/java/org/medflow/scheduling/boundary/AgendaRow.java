package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.medflow.scheduling.entity.AppointmentStatus;
import org.medflow.scheduling.entity.BookingSource;
import org.medflow.scheduling.entity.Priority;

/**
 * A line of the agenda.
 *
 * @param number null for one of an earlier system
 * @param timeKnown false when an earlier system knew the day only
 * @param providerName who it is with, as the earlier system wrote it where nobody said more
 */
public record AgendaRow(
    UUID id,
    String number,
    PatientRef patient,
    Instant startsAt,
    Instant endsAt,
    boolean timeKnown,
    String typeCode,
    AppointmentStatus status,
    Priority priority,
    UUID providerId,
    String providerName,
    UUID roomId,
    UUID equipmentId,
    String reason,
    BookingSource source,
    boolean overbooked,
    Instant arrivedAt,
    long version)
    implements Serializable {}
