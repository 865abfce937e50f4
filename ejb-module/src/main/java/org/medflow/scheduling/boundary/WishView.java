package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.medflow.scheduling.entity.DayPart;
import org.medflow.scheduling.entity.WishPriority;
import org.medflow.scheduling.entity.WishStatus;

/**
 * A person who waits for a place.
 *
 * @param seeBy the day by which a clinician wants her to be seen, else null
 * @param weekdays 1 Monday to 7 Sunday
 * @param offer the place that is offered to her now, else null
 * @param appointmentId what was booked for her in the end, else null
 */
public record WishView(
    UUID id,
    PatientRef patient,
    String typeCode,
    UUID providerId,
    WishPriority priority,
    LocalDate seeBy,
    List<Integer> weekdays,
    List<DayPart> dayParts,
    LocalDate firstDay,
    LocalDate lastDay,
    String note,
    WishStatus status,
    Offer offer,
    UUID appointmentId,
    Instant madeAt,
    long version)
    implements Serializable {

  /** A place kept for her until the offer lapses. */
  public record Offer(Instant startsAt, Instant endsAt, UUID providerId, Instant lapsesAt)
      implements Serializable {}
}
