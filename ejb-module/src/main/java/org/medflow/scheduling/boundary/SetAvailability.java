package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** The whole week anew; {@code maxPerDay} null for twenty. */
public record SetAvailability(
    List<HoursLine> hours, Integer maxPerDay, Map<String, Integer> minutes)
    implements Serializable {}
