package org.medflow.scheduling.boundary;

import static org.medflow.platform.security.Permission.DELETE_APPOINTMENTS;
import static org.medflow.platform.security.Permission.MANAGE_APPOINTMENTS;
import static org.medflow.platform.security.Permission.OPERATE_SYSTEM;
import static org.medflow.platform.security.Permission.VIEW_APPOINTMENTS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.clinic.boundary.ClinicDays;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.FieldText;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.event.LiveEvents;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;
import org.medflow.scheduling.control.AppointmentNumbers;
import org.medflow.scheduling.control.KnownPatientQuery;
import org.medflow.scheduling.control.Placing;
import org.medflow.scheduling.control.TypeQuery;
import org.medflow.scheduling.control.WaitingOffers;
import org.medflow.scheduling.control.WishQuery;
import org.medflow.scheduling.control.WishRules;
import org.medflow.scheduling.entity.Place;
import org.medflow.scheduling.entity.Priority;
import org.medflow.scheduling.entity.WishStatus;

/**
 * People who wait for a place, one wish per patient and type. A place that becomes free is offered
 * to the first of them for a day; accepting books it in the same transaction, and when nobody says
 * anything the next is asked. A wish lapses with its last day.
 */
@Stateless
public class WaitingList {

  private static final String ENTITY = "waiting_wish";
  private static final String TOPIC = "appointments";

  @Inject WishQuery wishes;
  @Inject WaitingOffers offers;
  @Inject Booking booking;
  @Inject KnownPatientQuery patients;
  @Inject TypeQuery types;
  @Inject Placing placing;
  @Inject AppointmentNumbers numbers;
  @Inject ClinicDays days;
  @Inject AuditTrail audit;
  @Inject LiveEvents live;
  @Inject Clock clock;

  /** Who waits or has an offer, the first to be offered something first. */
  @Requires({VIEW_APPOINTMENTS, MANAGE_APPOINTMENTS})
  public List<WishView> open() {
    var open = wishes.open(Actors.current().clinic());
    audit.read("wish.list", "patient", open.stream().map(wish -> wish.patient().id()).toList());
    return open;
  }

  @Requires({VIEW_APPOINTMENTS, MANAGE_APPOINTMENTS})
  public WishView get(UUID id) {
    return wishes.byId(id).orElseThrow(() -> new NotFound("not-found"));
  }

  @Requires({MANAGE_APPOINTMENTS, DELETE_APPOINTMENTS})
  public WishView add(AddWish asked) {
    if (asked == null) {
      throw Invalid.field("patientId", "required");
    }
    var actor = Actors.current();
    var fields = new FieldText();
    var wish = WishRules.fresh(Ids.next(), asked, days.today(actor), fields);
    if (wish.typeCode() != null && types.byCode(wish.typeCode()).isEmpty()) {
      fields.refuse("typeCode", "unknown-type");
    }
    placing.know(Place.at(clock.instant(), clock.instant(), wish.providerId()), fields);
    fields.check();
    patients.require(asked.patientId());
    wishes.add(wish, new WishQuery.Made(actor.clinic(), actor.id(), clock.instant()));
    return told("wish.add", wish.id());
  }

  /** She no longer waits; what was offered to her is offered to the next. */
  @Requires({MANAGE_APPOINTMENTS, DELETE_APPOINTMENTS})
  public WishView cancel(UUID id) {
    var held = held(id);
    if (!wishes.close(id, WishStatus.CANCELLED, null)) {
      throw new Conflict("wish-closed");
    }
    offerOn(held);
    return told("wish.cancel", id);
  }

  /** She does not want that place, but waits on. */
  @Requires({MANAGE_APPOINTMENTS, DELETE_APPOINTMENTS})
  public WishView decline(UUID id) {
    var held = held(id);
    if (!wishes.decline(id)) {
      throw new Conflict("no-offer");
    }
    offerOn(held);
    return told("wish.decline", id);
  }

  /** Books what is offered to her. */
  @Requires({MANAGE_APPOINTMENTS, DELETE_APPOINTMENTS})
  public AppointmentView accept(UUID id) {
    var held = held(id);
    var offer = held.offer();
    if (offer == null || !offer.lapsesAt().isAfter(clock.instant())) {
      throw new Conflict("no-offer");
    }
    wishes.close(id, WishStatus.SCHEDULED, null);
    var booked = booking.waited(booking(held, offer), numbers.take(days.today(Actors.current())));
    wishes.booked(id, booked.id());
    told("wish.accept", id);
    return booked;
  }

  /** Clinics in which an offer or a wish is over. */
  @Requires(OPERATE_SYSTEM)
  public List<UUID> due() {
    return wishes.due(clock.instant());
  }

  /** Ends what is over in the actor's clinic and asks the next ones. */
  @Requires(OPERATE_SYSTEM)
  public void lapse() {
    var actor = Actors.current();
    for (var wish : wishes.lapsed(actor.clinic(), clock.instant())) {
      wishes.decline(wish.id());
      told("wish.lapse", wish.id());
      offerOn(wish);
    }
    wishes.expire(actor.clinic(), days.today(actor)).forEach(wish -> told("wish.expire", wish));
  }

  private WishView held(UUID id) {
    return wishes.hold(id).orElseThrow(() -> new NotFound("not-found"));
  }

  private void offerOn(WishView wish) {
    var offer = wish.offer();
    if (offer != null) {
      offers.freed(new WaitingOffers.Slot(offer.startsAt(), offer.endsAt(), offer.providerId()));
    }
  }

  private static BookAppointment booking(WishView wish, WishView.Offer offer) {
    var hurry =
        switch (wish.priority()) {
          case URGENT -> Priority.URGENT;
          case HIGH -> Priority.HIGH;
          case NORMAL -> Priority.NORMAL;
        };
    return new BookAppointment(
        wish.patient().id(),
        offer.providerId(),
        wish.typeCode(),
        offer.startsAt(),
        null,
        null,
        null,
        hurry,
        null,
        wish.note(),
        null,
        null);
  }

  private WishView told(String deed, UUID wish) {
    audit.wrote(deed, ENTITY, wish);
    live.publish(TOPIC, ENTITY, wish);
    return wishes.byId(wish).orElseThrow();
  }
}
