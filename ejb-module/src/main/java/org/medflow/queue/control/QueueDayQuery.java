package org.medflow.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.medflow.platform.store.Rows;
import org.medflow.queue.entity.Station;

/** The numbers of a day and the way of each ticket. */
@ApplicationScoped
public class QueueDayQuery {

  @Inject Rows rows;

  /** The next number of the clinic's day, without a gap: arrivals of one clinic take turns here. */
  public int next(UUID clinic, LocalDate day) {
    return rows.list(
            """
            insert into medflow.queue_day as q (clinic_id, day, next) values (?, ?, 2)
            on conflict (clinic_id, day) do update set next = q.next + 1
            returning next - 1
            """,
            row -> row.getInt(1),
            clinic,
            day)
        .get(0);
  }

  /** Writes the way down; the first station is where she is. */
  public void plan(UUID clinic, UUID ticket, List<Station> way) {
    rows.update(
        """
        insert into medflow.queue_step (ticket_id, clinic_id, position, station, state, began_at)
        select ?, ?, w.position, w.station, case w.position when 1 then 'HERE' else 'PLANNED' end,
               case w.position when 1 then now() end
          from unnest(?, ?) as w(position, station)
        """,
        ticket,
        clinic,
        IntStream.rangeClosed(1, way.size()).boxed().toList(),
        way.stream().map(Station::code).toList());
  }

  /** Stations that are planned, in their order. */
  public List<String> ahead(UUID ticket) {
    return rows.list(
        """
        select station from medflow.queue_step
         where ticket_id = ? and state = 'PLANNED' order by position
        """,
        row -> row.getString(1),
        ticket);
  }

  /** Ends this station and begins that one; those between are skipped, a new one is added. */
  public void moveTo(UUID clinic, UUID ticket, Station next) {
    end(ticket, "DONE");
    int planned =
        rows.update(
            """
            with target as (
              select min(position) as at from medflow.queue_step
               where ticket_id = ? and station = ? and state = 'PLANNED')
            update medflow.queue_step s
               set state = case when s.position = t.at then 'HERE' else 'SKIPPED' end,
                   began_at = case when s.position = t.at then now() end
              from target t
             where s.ticket_id = ? and s.state = 'PLANNED' and s.position <= t.at
            """,
            ticket,
            next.code(),
            ticket);
    if (planned == 0) {
      rows.update(
          """
          insert into medflow.queue_step (ticket_id, clinic_id, position, station, state, began_at)
          select ?, ?, max(position) + 1, ?, 'HERE', now()
            from medflow.queue_step where ticket_id = ?
          """,
          ticket,
          clinic,
          next.code(),
          ticket);
    }
  }

  /** The way is over: done here, the rest skipped. */
  public void over(UUID ticket, boolean seen) {
    end(ticket, seen ? "DONE" : "SKIPPED");
    rows.update(
        """
        update medflow.queue_step set state = 'SKIPPED' where ticket_id = ? and state = 'PLANNED'
        """,
        ticket);
  }

  private void end(UUID ticket, String state) {
    rows.update(
        """
        update medflow.queue_step set state = ?, ended_at = now()
         where ticket_id = ? and state = 'HERE'
        """,
        state,
        ticket);
  }
}
