package org.medflow.queue.boundary;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.medflow.scheduling.entity.Priority;

/**
 * A place in the queue for somebody who has arrived.
 *
 * @param provider whom she comes to see; null for whoever is free
 * @param way codes of the stations, in their order
 */
public record NewTicket(
    UUID visit, UUID patient, LocalDate day, UUID provider, Priority priority, List<String> way) {}
