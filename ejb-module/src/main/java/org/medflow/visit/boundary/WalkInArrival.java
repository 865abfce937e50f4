package org.medflow.visit.boundary;

import java.io.Serializable;
import java.util.UUID;
import org.medflow.patient.boundary.RegisterPatient;
import org.medflow.scheduling.entity.Priority;

/**
 * Somebody without an appointment is here: a known patient, or one who is registered in the same
 * transaction.
 *
 * @param patientId null when {@code newcomer} is given
 * @param typeCode what she comes for, for example {@code consultation}
 * @param providerId null for whoever is free
 */
public record WalkInArrival(
    UUID patientId,
    RegisterPatient newcomer,
    String typeCode,
    UUID providerId,
    Priority priority,
    String reason)
    implements Serializable {}
