package org.medflow.scheduling.boundary;

import java.io.Serializable;
import org.medflow.scheduling.entity.Recurrence;

/** The same appointment again and again; {@code times} 2 to 12. */
public record BookSeries(BookAppointment appointment, Recurrence every, Integer times)
    implements Serializable {}
