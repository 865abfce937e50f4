package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Which times are wanted.
 *
 * @param from null for today
 * @param days 1 to 31; null for seven
 */
public record SlotSearch(UUID providerId, String typeCode, LocalDate from, Integer days)
    implements Serializable {}
