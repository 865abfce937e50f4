package org.medflow.scheduling.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.medflow.platform.store.CopyRows;
import org.medflow.platform.store.Rows;
import org.medflow.scheduling.boundary.EarlierAppointment;
import org.medflow.scheduling.boundary.EarlierAppointments.Standing;
import org.medflow.scheduling.control.PlaceholderQuery.Placeholder;
import org.medflow.scheduling.entity.AppointmentStatus;
import org.medflow.scheduling.entity.AppointmentType;

/** Writes appointments of earlier systems, many with one statement. */
@ApplicationScoped
public class AppointmentLoader {

  private static final String COLUMNS =
      """
      id, clinic_id, patient_id, starts_at, ends_at, time_known, type, status, reason, note, room,
      placeholder, practitioner, reminder_sent, origin, source, created_at, updated_at\
      """;

  /** An appointment with its id and the placeholder of its practitioner, if it has one. */
  public record Booked(UUID id, EarlierAppointment what, Placeholder by) {}

  @Inject Rows rows;

  public void add(UUID clinic, List<Booked> booked, Instant now) {
    if (booked.isEmpty()) {
      return;
    }
    rows.update(
        """
        create temporary table if not exists bulk_appointment on commit delete rows
            as table medflow.appointment with no data
        """);
    var text = new CopyRows();
    booked.forEach(one -> line(text, clinic, one, now));
    rows.copy("pg_temp.bulk_appointment", COLUMNS, text);
    rows.update(
        """
        insert into medflow.appointment (%1$s) select %1$s from pg_temp.bulk_appointment
        """
            .formatted(COLUMNS));
  }

  private static void line(CopyRows text, UUID clinic, Booked one, Instant at) {
    var first = Stream.of(one.id(), clinic);
    var last = Stream.of("legacy-import", "LEGACY", at, at);
    text.row(Stream.concat(Stream.concat(first, values(one)), last).toArray());
  }

  /** What the source says of an appointment, in the order in which both statements name it. */
  private static Stream<Object> values(Booked one) {
    var what = one.what();
    return Stream.of(
        what.patient(),
        what.startsAt(),
        what.endsAt(),
        what.timeKnown(),
        what.type().code(),
        what.status(),
        what.reason(),
        what.note(),
        what.room(),
        one.by() == null ? null : one.by().id(),
        one.by() == null ? null : one.by().user(),
        what.reminded());
  }

  public Optional<Standing> find(UUID id) {
    return rows.first(
        """
        select a.*, p.name as practitioner_name from medflow.appointment a
          left join medflow.practitioner_placeholder p on p.id = a.placeholder
         where a.id = ?
        """,
        AppointmentLoader::standing,
        id);
  }

  public Optional<Long> amend(Booked booked, long version, Instant now) {
    return rows.first(
        """
        update medflow.appointment a
           set patient_id = ?, starts_at = ?, ends_at = ?, time_known = ?, type = ?, status = ?,
               reason = ?, note = ?, room = ?, placeholder = ?, practitioner = ?, reminder_sent = ?,
               updated_at = ?, version = version + 1
         where id = ? and version = ? returning version
        """,
        row -> row.getLong(1),
        Stream.concat(values(booked), Stream.of(now, booked.id(), version)).toArray());
  }

  public List<UUID> remove(Map<UUID, Long> versions) {
    var ids = List.copyOf(versions.keySet());
    return rows.list(
        """
        delete from medflow.appointment a using unnest(?, ?) as t(id, version)
         where a.id = t.id and a.version = t.version returning a.id
        """,
        row -> Rows.id(row, "id"),
        ids,
        ids.stream().map(versions::get).toList());
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        new EarlierAppointment(
            Rows.id(row, "patient_id"),
            Rows.instant(row, "starts_at"),
            Rows.instant(row, "ends_at"),
            row.getBoolean("time_known"),
            AppointmentType.of(row.getString("type")).orElse(AppointmentType.CONSULTATION),
            AppointmentStatus.valueOf(row.getString("status")),
            row.getString("reason"),
            row.getString("note"),
            row.getString("room"),
            row.getString("practitioner_name"),
            row.getBoolean("reminder_sent")),
        row.getLong("version"));
  }
}
