package org.medflow.scheduling.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.medflow.platform.store.Rows;
import org.medflow.scheduling.boundary.AppointmentTypeView;
import org.medflow.scheduling.entity.TypeCategory;

/** Types of appointments, one list for the group. */
@ApplicationScoped
public class TypeQuery {

  @Inject Rows rows;

  public List<AppointmentTypeView> all() {
    return rows.list(
        "select * from medflow.appointment_type order by position, code", TypeQuery::view);
  }

  public Optional<AppointmentTypeView> byCode(String code) {
    return rows.first(
        "select * from medflow.appointment_type where code = ?", TypeQuery::view, code);
  }

  /** Adds one; false when the code is taken. */
  public boolean add(AppointmentTypeView type) {
    return rows.update(
            """
            insert into medflow.appointment_type
              (name_fr, name_en, category, minutes, buffer, dilation_minutes, steps, max_per_day,
               notice_hours, ahead_days, active, position, code)
            values (?, ?, ?, ?, ?, ?, ?::text[], ?::int, ?, ?, ?, ?, ?)
            on conflict (code) do nothing
            """,
            values(type, type.code()))
        == 1;
  }

  /** Changes one in the version that was seen; false when somebody was quicker. */
  public boolean change(AppointmentTypeView type) {
    return rows.update(
            """
            update medflow.appointment_type
               set name_fr = ?, name_en = ?, category = ?, minutes = ?, buffer = ?,
                   dilation_minutes = ?, steps = ?::text[], max_per_day = ?::int,
                   notice_hours = ?, ahead_days = ?, active = ?, position = ?,
                   version = version + 1
             where code = ? and version = ?
            """,
            values(type, type.code(), type.version()))
        == 1;
  }

  private static Object[] values(AppointmentTypeView type, Object... last) {
    var values =
        new java.util.ArrayList<Object>(
            java.util.Arrays.asList(
                type.nameFr(),
                type.nameEn(),
                type.category(),
                type.minutes(),
                type.buffer(),
                type.dilationMinutes(),
                type.steps(),
                type.maxPerDay(),
                type.noticeHours(),
                type.aheadDays(),
                type.active(),
                type.position()));
    values.addAll(List.of(last));
    return values.toArray();
  }

  private static AppointmentTypeView view(ResultSet row) throws SQLException {
    return new AppointmentTypeView(
        row.getString("code"),
        row.getString("name_fr"),
        row.getString("name_en"),
        TypeCategory.valueOf(row.getString("category")),
        row.getInt("minutes"),
        row.getInt("buffer"),
        row.getInt("dilation_minutes"),
        List.of((String[]) row.getArray("steps").getArray()),
        row.getObject("max_per_day", Integer.class),
        row.getInt("notice_hours"),
        row.getInt("ahead_days"),
        row.getBoolean("active"),
        row.getInt("position"),
        row.getLong("version"));
  }
}
