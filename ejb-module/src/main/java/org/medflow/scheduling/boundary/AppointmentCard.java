package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.medflow.scheduling.entity.CancelledSide;

/**
 * An appointment with everything about it.
 *
 * @param overbookReason why it was booked against the rules of the day, else null
 * @param feePercent what calling it off cost, null while it stands
 * @param steps its history, oldest first
 */
public record AppointmentCard(
    AppointmentView appointment,
    PatientRef patient,
    String overbookReason,
    String cancelReason,
    CancelledSide cancelledSide,
    Integer feePercent,
    Instant endedAt,
    List<StepView> steps)
    implements Serializable {}
