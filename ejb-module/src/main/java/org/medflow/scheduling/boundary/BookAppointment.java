package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.medflow.scheduling.entity.BookingSource;
import org.medflow.scheduling.entity.Priority;

/**
 * Asks for a place in the agenda.
 *
 * @param minutes null for what the type or the provider usually needs
 * @param source how the wish came in: desk, telephone, web or referral; null for the desk
 * @param overbook declares that it shall be so against the rules of the day, else null
 */
public record BookAppointment(
    UUID patientId,
    UUID providerId,
    String typeCode,
    Instant start,
    Integer minutes,
    UUID roomId,
    UUID equipmentId,
    Priority priority,
    String reason,
    String note,
    BookingSource source,
    Overbook overbook)
    implements Serializable {

  /** Why it shall be so all the same. */
  public record Overbook(String reason) implements Serializable {}

  /** The same at another time. */
  BookAppointment at(Instant another) {
    return new BookAppointment(
        patientId,
        providerId,
        typeCode,
        another,
        minutes,
        roomId,
        equipmentId,
        priority,
        reason,
        note,
        source,
        overbook);
  }
}
