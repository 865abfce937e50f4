package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.medflow.scheduling.entity.RoomKind;
import org.medflow.scheduling.entity.RoomStatus;

/**
 * A room of the clinic.
 *
 * @param number what is on its door, unique in the clinic
 * @param features what is in it, for example {@code slit-lamp}
 * @param occupiedBy the queue ticket of the person in it, null when nobody is
 * @param since when that began
 */
public record RoomView(
    UUID id,
    String number,
    String name,
    RoomKind kind,
    List<String> features,
    RoomStatus status,
    UUID occupiedBy,
    Instant since,
    long version)
    implements Serializable {}
