package org.medflow.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.medflow.platform.store.Rows;
import org.medflow.queue.boundary.QueueFigures;
import org.medflow.queue.boundary.QueueFigures.Hour;
import org.medflow.queue.boundary.QueueFigures.Share;

/** Waits and numbers of one or more days. */
@ApplicationScoped
public class QueueFiguresQuery {

  /** Waited until the first call, or until now; whoever left or was missed counts as she is. */
  private static final String WAITS =
      """
      with w as (
        select t.*, extract(epoch from coalesce(t.first_called_at, t.ended_at, ?)
                                       - t.arrived_at) / 60 as waited
          from medflow.queue_ticket t where t.clinic_id = ? and t.day between ? and ?)
      """;

  @Inject Rows rows;

  /** Which days, and as seen when. */
  public record Span(UUID clinic, LocalDate from, LocalDate to, Instant now, String zone) {}

  public QueueFigures of(Span span) {
    return of(span, hours(span), providers(span), stations(span));
  }

  private List<Share> providers(Span span) {
    return shares(
        span,
        """
        select coalesce(nullif(concat_ws(' ', u.first_name, u.last_name), ''), '') as name,
               count(*) as people, avg(w.waited)::float8 as average
          from w left join medflow.app_user u on u.id = w.provider
         where w.state <> 'LEFT' group by 1 order by 2 desc, 1
        """);
  }

  private List<Share> stations(Span span) {
    return shares(
        span,
        """
        select w.station as name, count(*) as people,
               avg(extract(epoch from now() - w.station_since) / 60)::float8 as average
          from w where w.state = 'WAITING' group by 1 order by 2 desc, 1
        """);
  }

  private QueueFigures of(
      Span span, List<Hour> hours, List<Share> providers, List<Share> stations) {
    return rows.list(
            """
            %s
            select count(*) as arrived,
                   count(*) filter (where state = 'WAITING') as waiting,
                   count(*) filter (where state = 'WAITING' and waited > 15) as quarter,
                   count(*) filter (where state = 'WAITING' and waited > 30) as half,
                   count(*) filter (where state in ('CALLED', 'SERVING')) as care,
                   count(*) filter (where state = 'DONE') as done,
                   count(*) filter (where state = 'MISSED') as missed,
                   count(*) filter (where state = 'LEFT') as gone,
                   avg(waited)::float8 as average, max(waited)::float8 as longest
              from w
            """
                .formatted(WAITS),
            row -> figures(row, hours, providers, stations),
            span.now(),
            span.clinic(),
            span.from(),
            span.to())
        .get(0);
  }

  private List<Hour> hours(Span span) {
    return rows.list(
        """
        select extract(hour from arrived_at at time zone ?)::int as hour, count(*) as arrivals
          from medflow.queue_ticket where clinic_id = ? and day between ? and ?
         group by 1 order by 1
        """,
        row -> new Hour(row.getInt("hour"), row.getLong("arrivals")),
        span.zone(),
        span.clinic(),
        span.from(),
        span.to());
  }

  private List<Share> shares(Span span, String sql) {
    return rows.list(
        "%s %s".formatted(WAITS, sql),
        row ->
            new Share(
                row.getString("name"), row.getLong("people"), (Double) row.getObject("average")),
        span.now(),
        span.clinic(),
        span.from(),
        span.to());
  }

  private static QueueFigures figures(
      ResultSet row, List<Hour> hours, List<Share> providers, List<Share> stations)
      throws SQLException {
    return new QueueFigures(
        row.getLong("arrived"),
        row.getLong("waiting"),
        row.getLong("quarter"),
        row.getLong("half"),
        row.getLong("care"),
        row.getLong("done"),
        row.getLong("missed"),
        row.getLong("gone"),
        (Double) row.getObject("average"),
        (Double) row.getObject("longest"),
        hours,
        providers,
        stations);
  }
}
