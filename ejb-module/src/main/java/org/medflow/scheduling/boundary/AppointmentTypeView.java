package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.util.List;
import org.medflow.scheduling.entity.TypeCategory;

/**
 * A type of appointment, the same in the whole group.
 *
 * @param buffer minutes that stay free beside it
 * @param dilationMinutes how long the drops work, 0 without
 * @param steps stations of the way through the clinic, in their order
 * @param maxPerDay how many of a day one clinic takes, null for any number
 * @param noticeHours how long before at the latest it is booked
 * @param aheadDays how far ahead at most
 */
public record AppointmentTypeView(
    String code,
    String nameFr,
    String nameEn,
    TypeCategory category,
    int minutes,
    int buffer,
    int dilationMinutes,
    List<String> steps,
    Integer maxPerDay,
    int noticeHours,
    int aheadDays,
    boolean active,
    int position,
    long version)
    implements Serializable {}
