package org.medflow.scheduling.boundary;

import java.util.UUID;
import org.medflow.scheduling.entity.AppointmentStatus;

/**
 * A room that has something to end when the agenda calls an appointment off, or finds that nobody
 * came; in the same transaction. It is not told what it asked for itself.
 */
public interface AppointmentEnding {

  void ended(UUID appointment, AppointmentStatus how, String reason);
}
