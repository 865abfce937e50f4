package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.util.List;
import org.medflow.scheduling.entity.TypeCategory;

/**
 * A new type of appointment, or what is to be different in one: null stays.
 *
 * @param code lower case with hyphens; of a new type only
 * @param maxPerDay 0 for any number
 */
public record TypeChange(
    String code,
    String nameFr,
    String nameEn,
    TypeCategory category,
    Integer minutes,
    Integer buffer,
    Integer dilationMinutes,
    List<String> steps,
    Integer maxPerDay,
    Integer noticeHours,
    Integer aheadDays,
    Boolean active,
    Integer position)
    implements Serializable {}
