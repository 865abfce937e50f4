package org.medflow.scheduling.boundary;

import java.io.Serializable;
import org.medflow.scheduling.entity.CancelledSide;

/**
 * Calls one off.
 *
 * @param side who does, null for the patient
 * @param waiveFee whether a fee that is due is given up
 */
public record CancelAppointment(String reason, CancelledSide side, Boolean waiveFee)
    implements Serializable {}
