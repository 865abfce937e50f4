package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.util.UUID;
import org.medflow.scheduling.entity.Priority;

/**
 * Somebody who came without an appointment.
 *
 * @param providerId whom she wants to see, null for whoever is free
 * @param priority null for normal
 */
public record WalkIn(
    UUID patientId, String typeCode, UUID providerId, Priority priority, String reason)
    implements Serializable {}
