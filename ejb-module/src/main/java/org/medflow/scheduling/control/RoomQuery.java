package org.medflow.scheduling.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.store.Rows;
import org.medflow.platform.store.StoreException;
import org.medflow.scheduling.boundary.RoomView;
import org.medflow.scheduling.entity.RoomKind;
import org.medflow.scheduling.entity.RoomStatus;

/** Rooms: one statement decides who gets one. */
@ApplicationScoped
public class RoomQuery {

  @Inject Rows rows;

  public List<RoomView> all(UUID clinic) {
    return rows.list(
        "select * from medflow.room where clinic_id = ? order by length(number), number",
        RoomQuery::view,
        clinic);
  }

  public Optional<RoomView> byId(UUID id) {
    return rows.first("select * from medflow.room where id = ?", RoomQuery::view, id);
  }

  public void add(UUID clinic, RoomView room) {
    unique(
        () ->
            rows.update(
                """
                insert into medflow.room (number, name, kind, features, id, clinic_id)
                values (?, ?, ?, ?::text[], ?, ?)
                """,
                room.number(),
                room.name(),
                room.kind(),
                room.features(),
                room.id(),
                clinic));
  }

  /** Changes one in the version that was seen; false when somebody was quicker. */
  public boolean change(RoomView room) {
    return unique(
            () ->
                rows.update(
                    """
                    update medflow.room
                       set number = ?, name = ?, kind = ?, features = ?::text[],
                           version = version + 1
                     where id = ? and version = ?
                    """,
                    room.number(),
                    room.name(),
                    room.kind(),
                    room.features(),
                    room.id(),
                    room.version()))
        == 1;
  }

  /** Says how a room stands that nobody is in; false when somebody is, or was quicker. */
  public boolean status(UUID id, long version, RoomStatus status, Instant now) {
    return rows.update(
            """
            update medflow.room set status = ?, since = ?, version = version + 1
             where id = ? and version = ? and occupied_by is null
            """,
            status,
            now,
            id,
            version)
        == 1;
  }

  /** Brings somebody in who was nowhere, or in this very room. */
  public Optional<RoomView> occupy(UUID room, UUID ticket, Instant now) {
    rows.update(
        """
        update medflow.room set status = 'AVAILABLE', occupied_by = null, since = ?,
               version = version + 1
         where occupied_by = ? and id <> ?
        """,
        now,
        ticket,
        room);
    return rows.first(
        """
        update medflow.room
           set since = case when occupied_by = ? then since else ? end, status = 'OCCUPIED',
               occupied_by = ?, version = version + 1
         where id = ? and (status = 'AVAILABLE' or occupied_by = ?)
        returning *
        """,
        RoomQuery::view,
        ticket,
        now,
        ticket,
        room,
        ticket);
  }

  /** The room that this ticket was in, if any. */
  public Optional<UUID> release(UUID ticket, Instant now) {
    return rows.first(
        """
        update medflow.room set status = 'AVAILABLE', occupied_by = null, since = ?,
               version = version + 1
         where occupied_by = ? returning id
        """,
        row -> Rows.id(row, "id"),
        now,
        ticket);
  }

  /** An available room of one of these kinds, held for the caller; others see the next one. */
  public Optional<RoomView> firstFree(UUID clinic, Collection<String> kinds) {
    return rows.first(
        """
        select * from medflow.room
         where clinic_id = ? and status = 'AVAILABLE' and kind = any (?::text[])
         order by length(number), number limit 1 for update skip locked
        """,
        RoomQuery::view,
        clinic,
        kinds);
  }

  private static int unique(java.util.function.IntSupplier write) {
    try {
      return write.getAsInt();
    } catch (StoreException refused) {
      throw StoreException.constraintOf(refused)
          .filter("room_number_uk"::equals)
          .<RuntimeException>map(taken -> new Conflict("room-number-taken"))
          .orElse(refused);
    }
  }

  private static RoomView view(ResultSet row) throws SQLException {
    return new RoomView(
        Rows.id(row, "id"),
        row.getString("number"),
        row.getString("name"),
        RoomKind.valueOf(row.getString("kind")),
        List.of((String[]) row.getArray("features").getArray()),
        RoomStatus.valueOf(row.getString("status")),
        Rows.id(row, "occupied_by"),
        Rows.instant(row, "since"),
        row.getLong("version"));
  }
}
