package org.medflow.scheduling.boundary;

import static org.medflow.platform.security.Permission.DELETE_APPOINTMENTS;
import static org.medflow.platform.security.Permission.MANAGE_APPOINTMENTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.medflow.clinic.boundary.ClinicDays;
import org.medflow.platform.Ids;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.idempotency.IdempotencyKey;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;
import org.medflow.scheduling.control.AppointmentNumbers;

/**
 * Gives out places in the agenda. A number is taken before the booking's transaction begins, so
 * that nobody waits for the counter while holding a connection. Between two who want the same
 * practitioner, room or machine the exclusion constraints of the database decide; the other one is
 * told that it is taken, and nothing more.
 */
@Stateless
public class AppointmentBook {

  private static final int FEWEST = 2;
  private static final int MOST = 12;

  @Inject Booking booking;
  @Inject AppointmentNumbers numbers;
  @Inject ClinicDays days;

  /** Books; the same key gives the same appointment. */
  @Requires({MANAGE_APPOINTMENTS, DELETE_APPOINTMENTS})
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public AppointmentView book(BookAppointment asked, IdempotencyKey key) {
    return booking.book(Booking.given(asked), key, number());
  }

  /**
   * Books the same again and again, each in a transaction of its own, and says what became of it.
   */
  @Requires({MANAGE_APPOINTMENTS, DELETE_APPOINTMENTS})
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public List<Occurrence> series(BookSeries asked, IdempotencyKey key) {
    check(asked);
    var first = asked.appointment();
    var zone = days.zone(Actors.current());
    var series = seriesOf(key);
    var booked = new ArrayList<Occurrence>();
    for (var start : asked.every().from(first.start(), asked.times(), zone)) {
      var one = first.at(start);
      try {
        var made = booking.again(one, part(key, booked.size()), number(), series);
        booked.add(new Occurrence(start, made.id(), made.number(), null));
      } catch (Conflict refused) {
        booked.add(new Occurrence(start, null, null, refused.code()));
      } catch (Invalid refused) {
        if (booked.isEmpty()) {
          throw refused;
        }
        booked.add(new Occurrence(start, null, null, code(refused)));
      }
    }
    return booked;
  }

  private static void check(BookSeries asked) {
    if (asked == null || asked.appointment() == null) {
      throw Invalid.field("appointment", "required");
    }
    if (asked.every() == null) {
      throw Invalid.field("every", "required");
    }
    if (asked.times() == null || asked.times() < FEWEST || asked.times() > MOST) {
      throw Invalid.field("times", "times-out-of-range");
    }
    if (asked.appointment().start() == null) {
      throw Invalid.field("start", "required");
    }
  }

  private static String code(ClinicException refused) {
    return refused.fields().isEmpty() ? refused.code() : refused.fields().get(0).code();
  }

  /** The same series for the same promise. */
  private static UUID seriesOf(IdempotencyKey key) {
    return key == null ? Ids.next() : named(key.key() + "|" + Actors.current().id());
  }

  private static IdempotencyKey part(IdempotencyKey key, int place) {
    return key == null
        ? null
        : new IdempotencyKey(
            named(key.key() + "|" + place).toString(), key.route(), key.bodyHash());
  }

  private static UUID named(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private String number() {
    return numbers.take(days.today(Actors.current()));
  }
}
