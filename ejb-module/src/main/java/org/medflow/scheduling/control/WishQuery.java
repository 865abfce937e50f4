package org.medflow.scheduling.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.patient.boundary.NameLine;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.store.Rows;
import org.medflow.platform.store.StoreException;
import org.medflow.scheduling.boundary.PatientRef;
import org.medflow.scheduling.boundary.WishView;
import org.medflow.scheduling.control.WaitingOrder.Waiting;
import org.medflow.scheduling.entity.DayPart;
import org.medflow.scheduling.entity.WishPriority;
import org.medflow.scheduling.entity.WishStatus;

/** The waiting list. */
@ApplicationScoped
public class WishQuery {

  private static final String SELECT =
      """
      select w.*, p.mrn, p.last_name, p.post_name, p.first_name from medflow.waiting_wish w
        join medflow.patient p on p.id = w.patient_id
      """;

  private static final int MOST = 200;

  @Inject Rows rows;

  /** A place that became free, as wishes are compared with it. */
  public record Free(
      WaitingOffers.Slot slot, LocalDate day, int weekday, DayPart part, int minutes) {}

  /** Who said so and when. */
  public record Made(UUID clinic, UUID by, Instant at) {}

  public void add(WishView wish, Made made) {
    try {
      rows.update(
          """
          insert into medflow.waiting_wish
            (id, clinic_id, patient_id, type, provider, priority, see_by, weekdays, day_parts,
             first_day, last_day, note, made_by, made_at)
          values (?, ?, ?, ?, ?, ?, ?, ?::int[], ?::text[], ?, ?, ?, ?, ?)
          """,
          wish.id(),
          made.clinic(),
          wish.patient().id(),
          wish.typeCode(),
          wish.providerId(),
          wish.priority(),
          wish.seeBy(),
          wish.weekdays(),
          wish.dayParts().stream().map(Enum::name).toList(),
          wish.firstDay(),
          wish.lastDay(),
          wish.note(),
          made.by(),
          made.at());
    } catch (StoreException refused) {
      throw StoreException.constraintOf(refused)
          .filter("waiting_wish_uk"::equals)
          .<RuntimeException>map(twice -> new Conflict("wish-exists"))
          .orElse(refused);
    }
  }

  public Optional<WishView> byId(UUID id) {
    return rows.first(
        """
        %s where w.id = ?
        """
            .formatted(SELECT),
        WishQuery::view,
        id);
  }

  /** The same, held until the transaction ends. */
  public Optional<WishView> hold(UUID id) {
    return rows.first(
        """
        %s where w.id = ? for update of w
        """
            .formatted(SELECT),
        WishQuery::view,
        id);
  }

  /** Those who wait or have an offer, at most two hundred; the first to be offered first. */
  public List<WishView> open(UUID clinic) {
    return rows.list(
        SELECT.concat(
            """
             where w.clinic_id = ? and w.status in ('WAITING', 'OFFERED')
             order by w.see_by nulls last, array_position(array['URGENT', 'HIGH', 'NORMAL'],
                   w.priority), w.made_at, w.id limit ?
            """),
        WishQuery::view,
        clinic,
        MOST);
  }

  /** Those who would take that place and were not offered it just before. */
  public List<Waiting> candidates(UUID clinic, Free free) {
    return rows.list(
        """
        select w.id, w.see_by, w.priority, w.made_at from medflow.waiting_wish w
          join medflow.appointment_type t on t.code = w.type and t.active
          left join medflow.provider_limit l on l.clinic_id = w.clinic_id and l.provider = ?
         where w.clinic_id = ? and w.status = 'WAITING' and (w.provider is null or w.provider = ?)
           and ? between w.first_day and w.last_day and ? = any (w.weekdays)
           and ? = any (w.day_parts) and coalesce((l.minutes ->> t.code)::int, t.minutes) <= ?
           and (w.offered_starts is distinct from ? or w.offered_provider is distinct from ?)
         limit ?
        """,
        row ->
            new Waiting(
                Rows.id(row, "id"),
                row.getObject("see_by", LocalDate.class),
                WishPriority.valueOf(row.getString("priority")),
                Rows.instant(row, "made_at")),
        free.slot().provider(),
        clinic,
        free.slot().provider(),
        free.day(),
        free.weekday(),
        free.part(),
        free.minutes(),
        free.slot().from(),
        free.slot().provider(),
        MOST);
  }

  /** Offers it to one who still waits, unless it is on offer to another. */
  public boolean offer(UUID wish, WaitingOffers.Slot slot, Instant lapses) {
    return rows.update(
            """
            update medflow.waiting_wish w
               set status = 'OFFERED', offered_starts = ?, offered_ends = ?, offered_provider = ?,
                   offer_lapses = ?, version = version + 1
             where id = ? and status = 'WAITING'
               and not exists (select 1 from medflow.waiting_wish o
                                where o.status = 'OFFERED' and o.offered_provider = ?
                                  and o.offered_starts < ? and o.offered_ends > ?)
            """,
            slot.from(),
            slot.till(),
            slot.provider(),
            lapses,
            wish,
            slot.provider(),
            slot.till(),
            slot.from())
        == 1;
  }

  /** Takes offers back whose place somebody else got. */
  public List<UUID> withdraw(WaitingOffers.Slot slot) {
    return rows.list(
        """
        update medflow.waiting_wish
           set status = 'WAITING', offer_lapses = null, version = version + 1
         where status = 'OFFERED' and offered_provider = ? and offered_starts < ?
           and offered_ends > ?
        returning id
        """,
        row -> Rows.id(row, "id"),
        slot.provider(),
        slot.till(),
        slot.from());
  }

  public boolean close(UUID wish, WishStatus how, UUID appointment) {
    return rows.update(
            """
            update medflow.waiting_wish
               set status = ?, appointment_id = ?, offer_lapses = null, version = version + 1
             where id = ? and status in ('WAITING', 'OFFERED')
            """,
            how,
            appointment,
            wish)
        == 1;
  }

  public void booked(UUID wish, UUID appointment) {
    rows.update(
        "update medflow.waiting_wish set appointment_id = ? where id = ?", appointment, wish);
  }

  /** She does not want that place, or said nothing in time; she waits on. */
  public boolean decline(UUID wish) {
    return rows.update(
            """
            update medflow.waiting_wish
               set status = 'WAITING', offer_lapses = null, version = version + 1
             where id = ? and status = 'OFFERED'
            """,
            wish)
        == 1;
  }

  /** Wishes of this clinic whose time is over. */
  public List<UUID> expire(UUID clinic, LocalDate today) {
    return rows.list(
        """
        update medflow.waiting_wish
           set status = 'EXPIRED', offer_lapses = null, version = version + 1
         where clinic_id = ? and status in ('WAITING', 'OFFERED') and last_day < ?
        returning id
        """,
        row -> Rows.id(row, "id"),
        clinic,
        today);
  }

  /** Offers of this clinic that nobody accepted in time, held; another node sees none of them. */
  public List<WishView> lapsed(UUID clinic, Instant now) {
    return rows.list(
        SELECT.concat(
            """
             where w.clinic_id = ? and w.status = 'OFFERED' and w.offer_lapses <= ?
             order by w.id for update of w skip locked
            """),
        WishQuery::view,
        clinic,
        now);
  }

  /** Clinics in which something is due. */
  public List<UUID> due(Instant now) {
    return rows.list(
        "select clinic from medflow.waiting_due(?)", row -> Rows.id(row, "clinic"), now);
  }

  private static WishView view(ResultSet row) throws SQLException {
    var status = WishStatus.valueOf(row.getString("status"));
    return new WishView(
        Rows.id(row, "id"),
        new PatientRef(
            Rows.id(row, "patient_id"),
            row.getString("mrn"),
            NameLine.of(
                row.getString("last_name"),
                row.getString("post_name"),
                row.getString("first_name"))),
        row.getString("type"),
        Rows.id(row, "provider"),
        WishPriority.valueOf(row.getString("priority")),
        row.getObject("see_by", LocalDate.class),
        List.of((Integer[]) row.getArray("weekdays").getArray()),
        Arrays.stream((String[]) row.getArray("day_parts").getArray())
            .map(DayPart::valueOf)
            .toList(),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getString("note"),
        status,
        status == WishStatus.OFFERED ? offer(row) : null,
        Rows.id(row, "appointment_id"),
        Rows.instant(row, "made_at"),
        row.getLong("version"));
  }

  private static WishView.Offer offer(ResultSet row) throws SQLException {
    return new WishView.Offer(
        Rows.instant(row, "offered_starts"),
        Rows.instant(row, "offered_ends"),
        Rows.id(row, "offered_provider"),
        Rows.instant(row, "offer_lapses"));
  }
}
