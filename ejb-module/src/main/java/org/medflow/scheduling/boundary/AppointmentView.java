package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.medflow.scheduling.entity.Appointment;
import org.medflow.scheduling.entity.AppointmentStatus;
import org.medflow.scheduling.entity.BookingSource;
import org.medflow.scheduling.entity.Priority;

/**
 * An appointment.
 *
 * @param number {@code APTyyyymmdd#4}; null for one of an earlier system
 * @param providerId who sees the person: whoever really does, else who was planned, else null
 * @param version for If-Match
 */
public record AppointmentView(
    UUID id,
    String number,
    UUID patientId,
    UUID clinicId,
    Instant startsAt,
    Instant endsAt,
    String typeCode,
    AppointmentStatus status,
    Priority priority,
    UUID providerId,
    UUID roomId,
    UUID equipmentId,
    String reason,
    String note,
    BookingSource source,
    boolean overbooked,
    Instant arrivedAt,
    long version)
    implements Serializable {

  static AppointmentView of(Appointment it) {
    var wanted = it.wanted();
    var place = it.place();
    var course = it.course();
    return new AppointmentView(
        it.id(),
        it.label().number(),
        it.patient(),
        it.label().clinic(),
        place.startsAt(),
        place.endsAt(),
        wanted.type(),
        it.status(),
        wanted.priority(),
        course.seenBy() == null ? place.provider() : course.seenBy(),
        course.seenIn() == null ? place.room() : course.seenIn(),
        place.equipment(),
        wanted.reason(),
        wanted.note(),
        wanted.source(),
        wanted.overbooking() != null,
        course.arrivedAt(),
        it.version());
  }
}
