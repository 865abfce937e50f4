package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * When a provider is there in an ordinary week, and how much she takes on.
 *
 * @param hours shifts and breaks; empty while the clinic's hours hold for her
 * @param minutes by type code, where she needs others than usual
 * @param version for If-Match, 0 when nobody has said anything yet
 */
public record AvailabilityView(
    UUID providerId,
    List<HoursLine> hours,
    int maxPerDay,
    Map<String, Integer> minutes,
    long version)
    implements Serializable {}
