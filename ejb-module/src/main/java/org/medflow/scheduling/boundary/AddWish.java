package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.medflow.scheduling.entity.DayPart;
import org.medflow.scheduling.entity.WishPriority;

/**
 * Puts somebody on the waiting list.
 *
 * @param providerId null for whoever is free
 * @param weekdays 1 Monday to 7 Sunday; null for any
 * @param dayParts null for any
 * @param firstDay null for today
 * @param lastDay null for thirty days after the first
 */
public record AddWish(
    UUID patientId,
    String typeCode,
    UUID providerId,
    WishPriority priority,
    LocalDate seeBy,
    List<Integer> weekdays,
    List<DayPart> dayParts,
    LocalDate firstDay,
    LocalDate lastDay,
    String note)
    implements Serializable {}
