package org.medflow.scheduling.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.store.Rows;
import org.medflow.platform.store.StoreException;
import org.medflow.scheduling.boundary.ExceptionView;
import org.medflow.scheduling.control.DayHours.Span;
import org.medflow.scheduling.control.DayHours.WeekLine;
import org.medflow.scheduling.entity.HoursKind;
import org.medflow.scheduling.entity.OffKind;

/** The weeks of providers, the days that differ from them, and how many they see. */
@ApplicationScoped
public class HoursQuery {

  @Inject Rows rows;

  /**
   * How many of a day, and minutes by type code as JSON.
   *
   * @param version 0 when nobody has said anything yet
   */
  public record Limit(int maxPerDay, String minutes, long version) {}

  /** Whose hours, in which clinic. */
  public record Whose(UUID clinic, UUID provider) {}

  public List<WeekLine> week(Whose whose) {
    return rows.list(
        """
        select kind, weekday, starts, ends, valid_from, valid_till from medflow.provider_hours
         where clinic_id = ? and provider = ? order by weekday, starts, kind
        """,
        row ->
            new WeekLine(
                HoursKind.valueOf(row.getString("kind")),
                row.getInt("weekday"),
                span(row),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_till", LocalDate.class)),
        whose.clinic(),
        whose.provider());
  }

  /** Replaces the week as a whole. */
  public void replace(Whose whose, List<WeekLine> week) {
    rows.update(
        "delete from medflow.provider_hours where clinic_id = ? and provider = ?",
        whose.clinic(),
        whose.provider());
    try {
      week.forEach(line -> add(whose, line));
    } catch (StoreException refused) {
      throw StoreException.constraintOf(refused)
          .filter("provider_hours_ex"::equals)
          .<RuntimeException>map(over -> Invalid.field("hours", "hours-overlap"))
          .orElse(refused);
    }
  }

  private void add(Whose whose, WeekLine line) {
    rows.update(
        """
        insert into medflow.provider_hours
          (id, clinic_id, provider, kind, weekday, starts, ends, valid_from, valid_till)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Ids.next(),
        whose.clinic(),
        whose.provider(),
        line.kind(),
        line.weekday(),
        line.span().from(),
        line.span().till(),
        line.validFrom(),
        line.validTill());
  }

  /** Exceptions that touch these days, oldest first. */
  public List<ExceptionView> exceptions(Whose whose, LocalDate from, LocalDate till) {
    return rows.list(
        """
        select id, kind, first_day, last_day, starts, ends, reason from medflow.provider_exception
         where clinic_id = ? and provider = ? and last_day >= ? and first_day <= ?
         order by first_day, starts nulls first, id
        """,
        HoursQuery::exception,
        whose.clinic(),
        whose.provider(),
        from,
        till);
  }

  public void add(Whose whose, ExceptionView wanted, UUID by, Instant at) {
    rows.update(
        """
        insert into medflow.provider_exception
          (id, clinic_id, provider, kind, first_day, last_day, starts, ends, reason, made_by,
           made_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        wanted.id(),
        whose.clinic(),
        whose.provider(),
        wanted.kind(),
        wanted.firstDay(),
        wanted.lastDay(),
        wanted.starts(),
        wanted.ends(),
        wanted.reason(),
        by,
        at);
  }

  public boolean removeException(Whose whose, UUID exception) {
    return rows.update(
            """
            delete from medflow.provider_exception
             where clinic_id = ? and provider = ? and id = ?
            """,
            whose.clinic(),
            whose.provider(),
            exception)
        == 1;
  }

  public Optional<Limit> limit(Whose whose) {
    return rows.first(
        """
        select max_per_day, minutes::text as minutes, version from medflow.provider_limit
         where clinic_id = ? and provider = ?
        """,
        row ->
            new Limit(row.getInt("max_per_day"), row.getString("minutes"), row.getLong("version")),
        whose.clinic(),
        whose.provider());
  }

  /** Writes the limit behind the version that was seen, 0 for none; false when it is another. */
  public boolean limit(Whose whose, Limit wanted) {
    return rows.update(
            """
            insert into medflow.provider_limit as l
              (clinic_id, provider, max_per_day, minutes, version)
            select ?, ?, ?, ?::jsonb, 1
             where ? = coalesce((select version from medflow.provider_limit
                                  where clinic_id = ? and provider = ?), 0)
            on conflict (clinic_id, provider) do update
               set max_per_day = excluded.max_per_day, minutes = excluded.minutes,
                   version = l.version + 1
             where l.version = ?
            """,
            whose.clinic(),
            whose.provider(),
            wanted.maxPerDay(),
            wanted.minutes(),
            wanted.version(),
            whose.clinic(),
            whose.provider(),
            wanted.version())
        == 1;
  }

  private static ExceptionView exception(ResultSet row) throws SQLException {
    return new ExceptionView(
        Rows.id(row, "id"),
        OffKind.valueOf(row.getString("kind")),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getObject("starts", LocalTime.class),
        row.getObject("ends", LocalTime.class),
        row.getString("reason"));
  }

  private static Span span(ResultSet row) throws SQLException {
    return new Span(
        row.getObject("starts", LocalTime.class), row.getObject("ends", LocalTime.class));
  }
}
