package org.medflow.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.patient.boundary.NameLine;
import org.medflow.platform.store.Rows;
import org.medflow.queue.boundary.BoardRow;
import org.medflow.queue.boundary.DisplayView;
import org.medflow.queue.entity.TicketState;

/** The queue as a whole: one statement for the board, one for the screen in the waiting room. */
@ApplicationScoped
public class BoardQuery {

  /** The one order in which people are called. */
  private static final String ORDER = "t.rank, t.arrived_at, t.number";

  @Inject Rows rows;

  /**
   * What the lines are made for.
   *
   * @param minutes how long one person takes, for the estimates
   */
  public record At(UUID clinic, LocalDate day, Instant now, int minutes) {}

  /** Everybody who has not left, first those who are called first. */
  public List<BoardRow> lines(At at) {
    var ahead = new int[1];
    return rows.list(
        """
        select t.*, v.appointment_id, p.mrn, p.last_name, p.post_name, p.first_name, p.birth_date,
               p.sex, r.number as room_number, r.name as room_name,
               concat_ws(' ', u.first_name, u.last_name) as provider_name,
               array(select s.station || ':' || s.state from medflow.queue_step s
                      where s.ticket_id = t.id order by s.position) as steps
          from medflow.queue_ticket t
          join medflow.visit v on v.id = t.visit_id
          join medflow.patient p on p.id = t.patient_id
          left join medflow.room r on r.id = t.room_id
          left join medflow.app_user u on u.id = t.provider
         where t.clinic_id = ? and t.day = ?
           and t.state in ('WAITING', 'CALLED', 'SERVING', 'MISSED')
         order by %s
        """
            .formatted(ORDER),
        row -> line(row, at, ahead),
        at.clinic(),
        at.day());
  }

  /**
   * Who is called next, held for the caller; whoever has drops that still work waits on, unless she
   * is an emergency.
   *
   * @param station null for any
   * @param provider her own patients and those of nobody; null for everybody
   */
  public Optional<UUID> next(At at, String station, UUID provider) {
    return rows.first(
        """
        select t.id from medflow.queue_ticket t
         where t.clinic_id = ? and t.day = ? and t.state = 'WAITING'
           and (?::text is null or t.station = ?)
           and (?::uuid is null or t.provider is null or t.provider = ?)
           and (t.rank = 0 or t.dilated_till is null or t.dilated_till <= ?)
         order by %s limit 1 for update of t skip locked
        """
            .formatted(ORDER),
        row -> Rows.id(row, "id"),
        at.clinic(),
        at.day(),
        station,
        station,
        provider,
        provider,
        at.now());
  }

  /** Numbers that are called or were let in during the last minutes, the newest first. */
  public List<DisplayView.Call> calls(UUID clinic, LocalDate day, Instant since) {
    return rows.list(
        """
        select t.number, concat_ws(' ', r.number, r.name) as room, t.called_at, t.calls, t.state
          from medflow.queue_ticket t left join medflow.room r on r.id = t.room_id
         where t.clinic_id = ? and t.day = ?
           and (t.state = 'CALLED' or t.state = 'SERVING' and t.served_at > ?)
         order by t.called_at desc limit 8
        """,
        row ->
            new DisplayView.Call(
                row.getInt("number"),
                row.getString("room"),
                Rows.instant(row, "called_at"),
                row.getInt("calls"),
                row.getString("state").equals("CALLED")),
        clinic,
        day,
        since);
  }

  public int waiting(UUID clinic, LocalDate day) {
    return rows.list(
            """
            select count(*) from medflow.queue_ticket
             where clinic_id = ? and day = ? and state = 'WAITING'
            """,
            row -> row.getInt(1),
            clinic,
            day)
        .get(0);
  }

  private static BoardRow line(ResultSet row, At at, int[] ahead) throws SQLException {
    var state = TicketState.valueOf(row.getString("state"));
    Long estimate =
        state == TicketState.WAITING ? WaitRules.estimate(ahead[0]++, at.minutes()) : null;
    return new BoardRow(
        Rows.id(row, "id"),
        row.getInt("number"),
        state,
        row.getString("priority"),
        row.getString("station"),
        steps(row),
        Rows.instant(row, "arrived_at"),
        Duration.between(Rows.instant(row, "station_since"), at.now()).toMinutes(),
        estimate,
        dilation(row, at.now()),
        row.getInt("calls"),
        person(row, at.day()),
        place(row),
        provider(row),
        Rows.id(row, "visit_id"),
        Rows.id(row, "appointment_id"),
        row.getLong("version"));
  }

  private static BoardRow.Person person(ResultSet row, LocalDate day) throws SQLException {
    var birth = row.getObject("birth_date", LocalDate.class);
    return new BoardRow.Person(
        Rows.id(row, "patient_id"),
        row.getString("mrn"),
        NameLine.of(
            row.getString("last_name"), row.getString("post_name"), row.getString("first_name")),
        birth == null ? null : Period.between(birth, day).getYears(),
        row.getString("sex"));
  }

  private static BoardRow.Place place(ResultSet row) throws SQLException {
    var room = Rows.id(row, "room_id");
    return room == null
        ? null
        : new BoardRow.Place(room, row.getString("room_number"), row.getString("room_name"));
  }

  private static BoardRow.Provider provider(ResultSet row) throws SQLException {
    var provider = Rows.id(row, "provider");
    return provider == null
        ? null
        : new BoardRow.Provider(provider, row.getString("provider_name"));
  }

  private static Long dilation(ResultSet row, Instant now) throws SQLException {
    var till = Rows.instant(row, "dilated_till");
    return till == null ? null : WaitRules.minutesUntil(till, now);
  }

  private static List<BoardRow.Step> steps(ResultSet row) throws SQLException {
    var found = new ArrayList<BoardRow.Step>();
    for (var step : (String[]) row.getArray("steps").getArray()) {
      var parts = Arrays.asList(step.split(":"));
      found.add(new BoardRow.Step(parts.get(0), parts.get(1)));
    }
    return found;
  }
}
