package org.medflow.scheduling.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.medflow.clinic.boundary.ClinicDays;
import org.medflow.identity.boundary.StaffDirectory;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.FieldText;
import org.medflow.platform.security.Actors;
import org.medflow.scheduling.boundary.AppointmentTypeView;
import org.medflow.scheduling.boundary.EquipmentView;
import org.medflow.scheduling.control.HoursQuery.Whose;
import org.medflow.scheduling.control.PlaceQuery.Period;
import org.medflow.scheduling.entity.Appointment.Overbooking;
import org.medflow.scheduling.entity.Place;
import org.medflow.scheduling.entity.RoomStatus;

/**
 * Whether a place may be taken: everybody and everything in it is of this clinic, the provider is
 * there, her day is not full. Somebody who may can declare that it shall be so all the same. That
 * it is free is for the database to say.
 */
@ApplicationScoped
public class Placing {

  private static final UUID NONE = new UUID(0, 0);

  @Inject PlaceQuery places;
  @Inject ProviderHours hours;
  @Inject RoomQuery rooms;
  @Inject EquipmentQuery equipment;
  @Inject StaffDirectory staff;
  @Inject ClinicDays days;

  /**
   * A place that is wanted.
   *
   * @param declared the reason for overbooking, null when nobody declares any
   * @param except the appointment that moves there, null for a new one
   */
  public record Asked(Place place, AppointmentTypeView type, String declared, UUID except) {}

  /** Refuses what is not there, each at its field. */
  public void know(Place place, FieldText fields) {
    if (place.provider() != null
        && staff.clinical().stream().noneMatch(one -> one.id().equals(place.provider()))) {
      fields.refuse("providerId", "unknown-provider");
    }
    if (place.room() != null) {
      var room = rooms.byId(place.room());
      if (room.isEmpty()) {
        fields.refuse("roomId", "unknown-room");
      } else if (room.get().status() == RoomStatus.CLOSED) {
        fields.refuse("roomId", "room-closed");
      }
    }
    if (place.equipment() != null) {
      var found = equipment.byId(place.equipment());
      if (found.isEmpty()) {
        fields.refuse("equipmentId", "unknown-equipment");
      } else if (!found.map(EquipmentView::active).orElse(false)) {
        fields.refuse("equipmentId", "equipment-inactive");
      }
    }
  }

  /** Whoever wants the same waits now; what is against the rules of the day is a conflict. */
  public Overbooking settle(Asked asked) {
    places.queueUp(asked.place());
    var against = against(asked);
    if (asked.declared() == null) {
      against.ifPresent(
          code -> {
            throw new Conflict(code);
          });
      return null;
    }
    boolean over = places.taken(asked.place(), asked.except() == null ? NONE : asked.except());
    return over || against.isPresent() ? new Overbooking(asked.declared(), over) : null;
  }

  private Optional<String> against(Asked asked) {
    var place = asked.place();
    var clinic = Actors.current().clinic();
    var zone = days.zone(Actors.current());
    var day = day(place.startsAt().atZone(zone).toLocalDate(), zone);
    var except = asked.except() == null ? NONE : asked.except();
    if (place.provider() != null) {
      var whose = new Whose(clinic, place.provider());
      if (!hours.there(whose, place.startsAt(), place.endsAt(), zone)) {
        return Optional.of("outside-hours");
      }
      if (places.ofProvider(clinic, place.provider(), day, except)
          >= hours.limit(whose).maxPerDay()) {
        return Optional.of("day-full");
      }
    }
    var most = asked.type().maxPerDay();
    return most != null && places.ofType(clinic, asked.type().code(), day, except) >= most
        ? Optional.of("type-day-full")
        : Optional.empty();
  }

  static Period day(LocalDate day, ZoneId zone) {
    return new Period(
        day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
