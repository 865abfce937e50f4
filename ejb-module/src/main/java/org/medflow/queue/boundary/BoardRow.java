package org.medflow.queue.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.medflow.queue.entity.TicketState;

/**
 * One line of the queue as the staff see it.
 *
 * @param waited minutes since she came to this station
 * @param estimate minutes until she is probably called, null when she is not waiting
 * @param dilation minutes until the drops have worked, 0 when they have, null without dilation
 */
public record BoardRow(
    UUID id,
    int number,
    TicketState state,
    String priority,
    String station,
    List<Step> steps,
    Instant arrivedAt,
    long waited,
    Long estimate,
    Long dilation,
    int calls,
    Person patient,
    Place room,
    Provider provider,
    UUID visitId,
    UUID appointmentId,
    long version)
    implements Serializable {

  /** A station of the way: PLANNED, HERE, DONE or SKIPPED. */
  public record Step(String station, String state) implements Serializable {}

  /** Who waits; the age in whole years, null when it is not known. */
  public record Person(UUID id, String mrn, String displayName, Integer age, String sex)
      implements Serializable {}

  public record Place(UUID id, String number, String name) implements Serializable {}

  public record Provider(UUID id, String name) implements Serializable {}
}
