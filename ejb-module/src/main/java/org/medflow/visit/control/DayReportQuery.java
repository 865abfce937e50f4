package org.medflow.visit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.medflow.platform.store.Rows;

/** The end of a day, in the rows of one clinic. */
@ApplicationScoped
public class DayReportQuery {

  @Inject Rows rows;

  /** Marks visits that somebody should look at. */
  public void flag(UUID clinic, Instant arrivedBefore, Instant startedBefore) {
    rows.update(
        """
        update medflow.visit
           set flagged = case status when 'CHECKED_IN' then 'OVERDUE_START' else 'OVERDUE_END' end
         where clinic_id = ? and flagged is distinct from
               case status when 'CHECKED_IN' then 'OVERDUE_START' else 'OVERDUE_END' end
           and (status = 'CHECKED_IN' and arrived_at < ?
                or status = 'IN_PROGRESS' and started_at < ?)
        """,
        clinic,
        arrivedBefore,
        startedBefore);
  }

  /** Tickets of days that are over are not called any more, and hold no room. */
  public void leave(UUID clinic, LocalDate today, Instant now) {
    rows.update(
        """
        with gone as (
          update medflow.queue_ticket
             set state = case when state = 'SERVING' then 'DONE' else 'LEFT' end, ended_at = ?,
                 room_id = null, version = version + 1
           where clinic_id = ? and day < ? and state in ('WAITING', 'CALLED', 'SERVING', 'MISSED')
          returning id),
        steps as (
          update medflow.queue_step s
             set state = case s.state when 'HERE' then 'DONE' else 'SKIPPED' end
            from gone g where s.ticket_id = g.id and s.state in ('HERE', 'PLANNED'))
        update medflow.room r set status = 'AVAILABLE', occupied_by = null, since = null,
               version = version + 1
          from gone g where r.occupied_by = g.id
        """,
        now,
        clinic,
        today);
  }

  /** Writes the figures of the day down, once. */
  public void write(UUID clinic, LocalDate day, Instant now) {
    rows.update(
        """
        insert into medflow.day_report (clinic_id, day, made_at, figures)
        select ?, ?, ?, jsonb_build_object(
                 'visits', count(*),
                 'completed', count(*) filter (where v.status = 'COMPLETED'),
                 'open', count(*) filter (where v.status in ('CHECKED_IN', 'IN_PROGRESS')),
                 'noShow', count(*) filter (where v.status = 'NO_SHOW'),
                 'cancelled', count(*) filter (where v.status = 'CANCELLED'),
                 'emergencies', count(*) filter (where v.kind = 'EMERGENCY'),
                 'averageWait', round(avg(w.minutes)),
                 'longestWait', round(max(w.minutes)))
          from medflow.visit v
          left join medflow.queue_ticket t on t.visit_id = v.id
          left join lateral (
            select extract(epoch from t.first_called_at - t.arrived_at) / 60 as minutes) w on true
         where v.clinic_id = ? and v.day = ?
        on conflict do nothing
        """,
        clinic,
        day,
        now,
        clinic,
        day);
  }

  public Optional<String> of(UUID clinic, LocalDate day) {
    return rows.first(
        "select figures::text from medflow.day_report where clinic_id = ? and day = ?",
        row -> row.getString(1),
        clinic,
        day);
  }
}
