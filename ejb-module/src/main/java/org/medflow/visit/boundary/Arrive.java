package org.medflow.visit.boundary;

import java.io.Serializable;
import java.util.UUID;
import org.medflow.scheduling.entity.Priority;

/**
 * Somebody with an appointment is here.
 *
 * @param priority null for the one of the appointment
 */
public record Arrive(UUID appointmentId, Priority priority) implements Serializable {}
