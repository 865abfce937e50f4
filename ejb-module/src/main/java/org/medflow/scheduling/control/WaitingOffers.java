package org.medflow.scheduling.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.medflow.clinic.boundary.ClinicDays;
import org.medflow.platform.event.LiveEvents;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.AuditSink;
import org.medflow.scheduling.entity.DayPart;
import org.medflow.scheduling.entity.Place;

/** Offers a place that became free to the first who would take it. */
@ApplicationScoped
public class WaitingOffers {

  private static final Duration KEPT = Duration.ofHours(24);

  @Inject WishQuery wishes;
  @Inject ClinicDays days;
  @Inject AuditSink audit;
  @Inject LiveEvents live;
  @Inject Clock clock;

  /** A provider's time. */
  public record Slot(Instant from, Instant till, UUID provider) {}

  /** Somebody else got this place: whoever had it on offer waits on. */
  public void taken(Place place) {
    if (place.provider() != null) {
      wishes
          .withdraw(new Slot(place.startsAt(), place.endsAt(), place.provider()))
          .forEach(wish -> tell("wish.withdraw", wish));
    }
  }

  /** Offers it; the offer ends after a day, and before the place itself. */
  public void freed(Slot slot) {
    var now = clock.instant();
    if (!slot.from().isAfter(now)) {
      return;
    }
    var kept = now.plus(KEPT);
    var lapses = kept.isBefore(slot.from()) ? kept : slot.from();
    for (var waiting : WaitingOrder.of(wishes.candidates(clinic(), free(slot)))) {
      if (wishes.offer(waiting.id(), slot, lapses)) {
        tell("wish.offer", waiting.id());
        return;
      }
    }
  }

  private WishQuery.Free free(Slot slot) {
    var local = slot.from().atZone(days.zone(Actors.current()));
    return new WishQuery.Free(
        slot,
        local.toLocalDate(),
        local.getDayOfWeek().getValue(),
        DayPart.of(local.toLocalTime()),
        (int) Duration.between(slot.from(), slot.till()).toMinutes());
  }

  private void tell(String deed, UUID wish) {
    audit.wrote(deed, "waiting_wish", wish);
    live.publish(AppointmentDeeds.TOPIC, "waiting_wish", wish);
  }

  private static UUID clinic() {
    return Actors.current().clinic();
  }
}
