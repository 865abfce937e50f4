package org.medflow.scheduling.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.medflow.platform.store.Rows;
import org.medflow.scheduling.control.DaySlots.Busy;
import org.medflow.scheduling.entity.Place;

/** What lies in the agenda at some time. */
@ApplicationScoped
public class PlaceQuery {

  private static final String TAKES =
      """
      origin = 'medflow' and source <> 'WALK_IN' and not overbooked
        and status not in ('CANCELLED', 'NO_SHOW')\
      """;

  @Inject Rows rows;

  /** A time from which to another. */
  public record Period(Instant from, Instant till) {}

  /**
   * Lets those who want the same practitioner, room or machine come one after the other, until the
   * transaction ends: two who insert at once could otherwise wait for each other. The constraints
   * still decide (AppointmentFaultIT).
   */
  public void queueUp(Place place) {
    Stream.of(place.provider(), place.room(), place.equipment())
        .filter(Objects::nonNull)
        .sorted()
        .forEach(
            id ->
                rows.list(
                    "select 1 from pg_advisory_xact_lock(hashtextextended(?, 27))",
                    row -> row.getInt(1),
                    "agenda:" + id));
  }

  /** Whether something of this clinic lies there already. */
  public boolean taken(Place place, UUID except) {
    return rows.first(
            """
            select 1 from medflow.appointment
             where %s and starts_at < ? and ends_at > ? and id <> ?
               and (practitioner = ? or room_id = ? or equipment_id = ?) limit 1
            """
                .formatted(TAKES),
            row -> row.getInt(1),
            place.endsAt(),
            place.startsAt(),
            except,
            place.provider(),
            place.room(),
            place.equipment())
        .isPresent();
  }

  /** How many a provider has in that time, those who just came not counted. */
  public int ofProvider(UUID clinic, UUID provider, Period day, UUID except) {
    return rows.first(
            """
            select count(*)::int from medflow.appointment
             where clinic_id = ? and practitioner = ? and starts_at >= ? and starts_at < ?
               and id <> ? and source <> 'WALK_IN' and status not in ('CANCELLED', 'NO_SHOW')
            """,
            row -> row.getInt(1),
            clinic,
            provider,
            day.from(),
            day.till(),
            except)
        .orElse(0);
  }

  /** How many of a type a clinic has in that time. */
  public int ofType(UUID clinic, String type, Period day, UUID except) {
    return rows.first(
            """
            select count(*)::int from medflow.appointment
             where clinic_id = ? and type = ? and starts_at >= ? and starts_at < ?
               and id <> ? and source <> 'WALK_IN' and status not in ('CANCELLED', 'NO_SHOW')
            """,
            row -> row.getInt(1),
            clinic,
            type,
            day.from(),
            day.till(),
            except)
        .orElse(0);
  }

  /** Taken times of a provider, with the buffers of their types. */
  public List<Busy> busy(UUID provider, Period period) {
    return rows.list(
        """
        select a.starts_at, a.ends_at, t.buffer from medflow.appointment a
          join medflow.appointment_type t on t.code = a.type
         where a.practitioner = ? and a.starts_at < ? and a.ends_at > ?
           and a.status not in ('CANCELLED', 'NO_SHOW') and a.time_known
         order by a.starts_at
        """,
        row ->
            new Busy(
                Rows.instant(row, "starts_at"), Rows.instant(row, "ends_at"), row.getInt("buffer")),
        provider,
        period.till(),
        period.from());
  }
}
