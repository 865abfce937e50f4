package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** Another place; what is null stays as it is. */
public record MoveAppointment(
    Instant start,
    Integer minutes,
    UUID providerId,
    UUID roomId,
    UUID equipmentId,
    String reason,
    BookAppointment.Overbook overbook)
    implements Serializable {}
