package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import org.medflow.scheduling.entity.HoursKind;

/**
 * A shift or a break of a provider's week.
 *
 * @param weekday 1 Monday to 7 Sunday
 * @param validFrom null for always
 * @param validTill null for ever
 */
public record HoursLine(
    HoursKind kind,
    Integer weekday,
    LocalTime starts,
    LocalTime ends,
    LocalDate validFrom,
    LocalDate validTill)
    implements Serializable {}
