package org.medflow.visit.boundary;

import java.io.Serializable;
import org.medflow.queue.boundary.TicketView;

/** An arrival: the visit that was opened and the place in the queue. */
public record ArrivalView(VisitView visit, TicketView ticket) implements Serializable {}
