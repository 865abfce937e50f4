package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A time that can be booked. */
public record SlotView(Instant start, Instant end, UUID providerId) implements Serializable {}
