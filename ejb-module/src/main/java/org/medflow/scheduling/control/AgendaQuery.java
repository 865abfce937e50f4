package org.medflow.scheduling.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.patient.boundary.NameLine;
import org.medflow.platform.Page;
import org.medflow.platform.store.Rows;
import org.medflow.scheduling.boundary.AgendaFilter;
import org.medflow.scheduling.boundary.AgendaRow;
import org.medflow.scheduling.boundary.PatientRef;
import org.medflow.scheduling.entity.AppointmentStatus;
import org.medflow.scheduling.entity.BookingSource;
import org.medflow.scheduling.entity.Priority;

/** Lines of the agenda with the names that belong to them, by plain begin and end. */
@ApplicationScoped
public class AgendaQuery {

  private static final String SELECT =
      """
      select a.*, p.mrn, p.last_name, p.post_name, p.first_name,
             coalesce(a.seen_by, a.practitioner) as provider,
             coalesce(a.seen_in, a.room_id) as place,
             coalesce(nullif(concat_ws(' ', u.last_name, u.first_name), ''), h.name) as who
        from medflow.appointment a
        join medflow.patient p on p.id = a.patient_id
        left join medflow.app_user u on u.id = coalesce(a.seen_by, a.practitioner)
        left join medflow.practitioner_placeholder h on h.id = a.placeholder
      """;

  @Inject Rows rows;

  /** A slice, in the order of the beginnings. */
  public Page<AgendaRow> list(UUID clinic, AgendaFilter asked) {
    var after = AgendaCursor.read(asked.cursor());
    var where = new ArrayList<>(List.of("a.clinic_id = ?", "a.starts_at < ?", "a.ends_at > ?"));
    var values = new ArrayList<Object>(List.of(clinic, asked.to(), asked.from()));
    filter(asked, where, values);
    if (after != null) {
      where.add("(a.starts_at, a.id) > (?, ?)");
      values.addAll(List.of(after.startsAt(), after.id()));
    }
    values.add(asked.size() + 1);
    var sql =
        """
        %s where %%s order by a.starts_at, a.id limit ?
        """
            .formatted(SELECT);
    var found =
        rows.list(sql.formatted(String.join(" and ", where)), AgendaQuery::row, values.toArray());
    boolean more = found.size() > asked.size();
    var shown = more ? found.subList(0, asked.size()) : found;
    var last = more ? shown.get(shown.size() - 1) : null;
    return new Page<>(
        shown,
        last == null ? null : new AgendaCursor(last.startsAt(), last.id()).write(),
        asked.size());
  }

  private static void filter(AgendaFilter asked, List<String> where, List<Object> values) {
    if (asked.providerId() != null) {
      where.add("coalesce(a.seen_by, a.practitioner) = ?");
      values.add(asked.providerId());
    }
    if (asked.roomId() != null) {
      where.add("coalesce(a.seen_in, a.room_id) = ?");
      values.add(asked.roomId());
    }
    if (asked.status() != null) {
      where.add("a.status = ?");
      values.add(asked.status());
    }
  }

  public Optional<AgendaRow> byId(UUID id) {
    return rows.first(
        """
        %s where a.id = ?
        """
            .formatted(SELECT),
        AgendaQuery::row,
        id);
  }

  private static AgendaRow row(ResultSet row) throws SQLException {
    return new AgendaRow(
        Rows.id(row, "id"),
        row.getString("number"),
        new PatientRef(
            Rows.id(row, "patient_id"),
            row.getString("mrn"),
            NameLine.of(
                row.getString("last_name"),
                row.getString("post_name"),
                row.getString("first_name"))),
        Rows.instant(row, "starts_at"),
        Rows.instant(row, "ends_at"),
        row.getBoolean("time_known"),
        row.getString("type"),
        AppointmentStatus.valueOf(row.getString("status")),
        Priority.valueOf(row.getString("priority")),
        Rows.id(row, "provider"),
        row.getString("who"),
        Rows.id(row, "place"),
        Rows.id(row, "equipment_id"),
        row.getString("reason"),
        BookingSource.valueOf(row.getString("source")),
        row.getString("overbook_reason") != null,
        Rows.instant(row, "arrived_at"),
        row.getLong("version"));
  }
}
