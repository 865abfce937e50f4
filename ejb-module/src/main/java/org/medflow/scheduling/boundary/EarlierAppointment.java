package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.medflow.scheduling.entity.AppointmentStatus;
import org.medflow.scheduling.entity.AppointmentType;

/**
 * An appointment that was made in an earlier system.
 *
 * @param timeKnown whether the hour was written there
 * @param practitioner the name that the earlier system knew, null for none
 * @param reminded whether the patient was reminded by message
 */
public record EarlierAppointment(
    UUID patient,
    Instant startsAt,
    Instant endsAt,
    boolean timeKnown,
    AppointmentType type,
    AppointmentStatus status,
    String reason,
    String note,
    String room,
    String practitioner,
    boolean reminded)
    implements Serializable {}
