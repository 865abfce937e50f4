package org.medflow.clinic.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.medflow.clinic.boundary.SettingChange;
import org.medflow.clinic.control.SettingValues.Stored;
import org.medflow.platform.store.Rows;

/** Settings as rows: the newest of each level holds, the older ones are the history. */
@ApplicationScoped
public class SettingQuery {

  private static final int REMEMBERED = 100;

  @Inject Rows rows;

  /** One more row of a key; {@code clinic} null for the group, {@code value} null for inherited. */
  public record Wanted(UUID id, UUID clinic, String key, String value, long seen) {}

  /** What this clinic and the group have said. */
  public List<Stored> current(UUID clinic) {
    return rows.list(
        """
        select clinic_id, key, value, version from medflow.setting_current
         where clinic_id is null or clinic_id = ?
        """,
        row ->
            new Stored(
                Rows.id(row, "clinic_id"),
                row.getString("key"),
                row.getString("value"),
                row.getLong("version")),
        clinic);
  }

  /** Adds a row behind the version that was seen; false when there is a newer one already. */
  public boolean add(Wanted wanted, UUID by, Instant at) {
    return rows.update(
            """
            insert into medflow.setting_value
              (id, scope, clinic_id, key, value, version, changed_by, changed_at)
            select ?, case when ?::uuid is null then 'group' else 'clinic' end, ?, ?, ?, ?, ?, ?
             where ? = coalesce((select version from medflow.setting_current
                                  where key = ? and clinic_id is not distinct from ?::uuid), 0)
            """,
            wanted.id(),
            wanted.clinic(),
            wanted.clinic(),
            wanted.key(),
            wanted.value(),
            wanted.seen() + 1,
            by,
            at,
            wanted.seen(),
            wanted.key(),
            wanted.clinic())
        == 1;
  }

  /** The newest changes of a key, of this clinic and of the group. */
  public List<SettingChange> history(UUID clinic, String key) {
    return rows.list(
        """
        select scope, version, value, changed_by, changed_at,
               lag(value) over (partition by clinic_id order by version) as before
          from medflow.setting_value
         where key = ? and (clinic_id is null or clinic_id = ?)
         order by changed_at desc, id desc limit ?
        """,
        row ->
            new SettingChange(
                Rows.instant(row, "changed_at"),
                Rows.id(row, "changed_by"),
                row.getString("scope"),
                row.getString("before"),
                row.getString("value"),
                row.getLong("version")),
        key,
        clinic,
        REMEMBERED);
  }
}
