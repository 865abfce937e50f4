package org.medflow.scheduling.boundary;

import static org.medflow.platform.security.Permission.CHECK_IN_PATIENTS;
import static org.medflow.platform.security.Permission.MANAGE_APPOINTMENTS;
import static org.medflow.platform.security.Permission.MANAGE_MEDICAL_RECORDS;
import static org.medflow.platform.security.Permission.MANAGE_QUEUE;
import static org.medflow.platform.security.Permission.MANAGE_SETTINGS;
import static org.medflow.platform.security.Permission.MANAGE_STAFF_SCHEDULES;
import static org.medflow.platform.security.Permission.OPERATE_SYSTEM;
import static org.medflow.platform.security.Permission.PERFORM_EYE_EXAMS;
import static org.medflow.platform.security.Permission.UPDATE_VITALS;
import static org.medflow.platform.security.Permission.VIEW_APPOINTMENTS;
import static org.medflow.platform.security.Permission.VIEW_QUEUE;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.event.LiveEvents;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;
import org.medflow.scheduling.control.RoomQuery;
import org.medflow.scheduling.control.RoomRules;
import org.medflow.scheduling.entity.RoomStatus;

/**
 * The rooms of the clinic, and who is in them. A room is taken by the queue ticket of the person in
 * it; one statement decides between two who want the same one, and a person is in one room at most.
 */
@Stateless
public class RoomRegister {

  private static final String TOPIC = "queue";

  @Inject RoomQuery rooms;
  @Inject AuditTrail audit;
  @Inject LiveEvents live;
  @Inject Clock clock;

  /** All of the caller's clinic, by number. */
  @Requires({
    VIEW_APPOINTMENTS,
    VIEW_QUEUE,
    MANAGE_QUEUE,
    CHECK_IN_PATIENTS,
    MANAGE_STAFF_SCHEDULES,
    MANAGE_SETTINGS
  })
  public List<RoomView> all() {
    return rooms.all(Actors.current().clinic());
  }

  @Requires({MANAGE_SETTINGS, MANAGE_STAFF_SCHEDULES})
  public RoomView create(RoomChange wanted) {
    var room = RoomRules.fresh(Ids.next(), wanted);
    rooms.add(Actors.current().clinic(), room);
    return told("room.create", room.id());
  }

  /** Changes what is given; the version is the one that was seen. */
  @Requires({MANAGE_SETTINGS, MANAGE_STAFF_SCHEDULES})
  public RoomView amend(UUID id, long version, RoomChange change) {
    var now = known(id);
    if (change == null) {
      throw Invalid.field("number", "required");
    }
    var then = RoomRules.changed(now, change);
    if (now.version() != version || !rooms.change(then)) {
      throw new Conflict("stale-version", Map.of("version", known(id).version()));
    }
    return told("room.amend", id);
  }

  /**
   * Says how a room stands; whoever is in it leaves it first, and people occupy it by coming in.
   */
  @Requires({CHECK_IN_PATIENTS, MANAGE_QUEUE, MANAGE_SETTINGS, MANAGE_STAFF_SCHEDULES})
  public RoomView setStatus(UUID id, long version, RoomStatus status) {
    if (status == null) {
      throw Invalid.field("status", "required");
    }
    if (status == RoomStatus.OCCUPIED) {
      throw Invalid.field("status", "room-occupied-by-calling");
    }
    var now = known(id);
    if (now.occupiedBy() != null) {
      throw new Conflict("room-taken");
    }
    if (!rooms.status(id, version, status, clock.instant())) {
      throw new Conflict("stale-version", Map.of("version", known(id).version()));
    }
    return told("room.status", id);
  }

  /** Brings the person with this ticket into a room; she leaves the one where she was. */
  @Requires({
    VIEW_QUEUE,
    CHECK_IN_PATIENTS,
    MANAGE_QUEUE,
    MANAGE_APPOINTMENTS,
    UPDATE_VITALS,
    MANAGE_MEDICAL_RECORDS,
    PERFORM_EYE_EXAMS
  })
  public RoomView occupy(UUID room, UUID ticket) {
    known(room);
    var taken =
        rooms.occupy(room, ticket, clock.instant()).orElseThrow(() -> new Conflict("room-taken"));
    audit.wrote("room.occupy", "room", room);
    live.publish(TOPIC, "room", room);
    return taken;
  }

  /** Frees whatever room this ticket is in; nothing happens when it is in none. */
  @Requires({
    VIEW_QUEUE,
    CHECK_IN_PATIENTS,
    MANAGE_QUEUE,
    MANAGE_APPOINTMENTS,
    UPDATE_VITALS,
    MANAGE_MEDICAL_RECORDS,
    PERFORM_EYE_EXAMS,
    OPERATE_SYSTEM
  })
  public void release(UUID ticket) {
    rooms
        .release(ticket, clock.instant())
        .ifPresent(
            room -> {
              audit.wrote("room.release", "room", room);
              live.publish(TOPIC, "room", room);
            });
  }

  /** The first available room of these kinds, held until the transaction ends. */
  @Requires({
    VIEW_QUEUE,
    CHECK_IN_PATIENTS,
    MANAGE_QUEUE,
    MANAGE_APPOINTMENTS,
    UPDATE_VITALS,
    MANAGE_MEDICAL_RECORDS,
    PERFORM_EYE_EXAMS
  })
  public Optional<RoomView> firstFree(Collection<String> kinds) {
    return rooms.firstFree(Actors.current().clinic(), kinds);
  }

  private RoomView told(String deed, UUID room) {
    audit.wrote(deed, "room", room);
    live.publish(TOPIC, "room", room);
    return known(room);
  }

  private RoomView known(UUID id) {
    return rooms.byId(id).orElseThrow(() -> new NotFound("not-found"));
  }
}
