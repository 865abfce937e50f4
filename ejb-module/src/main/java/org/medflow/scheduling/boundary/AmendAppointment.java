package org.medflow.scheduling.boundary;

import java.io.Serializable;
import org.medflow.scheduling.entity.Priority;

/** Other words for an appointment: null stays, an empty reason or note is removed. */
public record AmendAppointment(Priority priority, String reason, String note)
    implements Serializable {}
