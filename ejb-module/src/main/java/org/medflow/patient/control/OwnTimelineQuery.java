package org.medflow.patient.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.medflow.patient.boundary.TimelineEntry;
import org.medflow.patient.boundary.TimelineSource;
import org.medflow.platform.store.Rows;

/** What the patient room itself remembers: registered, amended, decided, merged. */
@ApplicationScoped
class OwnTimelineQuery implements TimelineSource {

  private static final String ENTRIES =
      """
      with me as (select ?::uuid as id),
      told as (
      select p.created_at as at, 'registration' as kind, 'registered' as title, p.mrn as argument,
             null::uuid as link
        from me join medflow.patient p using (id)
      union all
      select c.at, 'amendment', c.kind, array_to_string(c.fields, ','), null
        from me join medflow.patient_change c on c.patient_id = me.id
      union all
      select d.at, 'decision', 'decided', o.mrn, o.id
        from me join medflow.patient_decision d on d.patient_id = me.id
        join medflow.patient o on o.id = d.candidate
      union all
      select d.at, 'decision',
             case when d.patient_id is null then 'recognised' else 'told-apart' end,
             coalesce(o.mrn, ''), o.id
        from me join medflow.patient_decision d on d.candidate = me.id
        left join medflow.patient o on o.id = d.patient_id
      union all
      select m.at, 'merge', case when m.survivor = me.id then 'merged' else 'merged-into' end,
             o.mrn, o.id
        from me join medflow.patient_merge m on me.id in (m.survivor, m.duplicate)
        join medflow.patient o
          on o.id = case when m.survivor = me.id then m.duplicate else m.survivor end
      union all
      select m.undone_at, 'merge', 'merge-undone', o.mrn, o.id
        from me join medflow.patient_merge m on me.id in (m.survivor, m.duplicate)
        join medflow.patient o
          on o.id = case when m.survivor = me.id then m.duplicate else m.survivor end
       where m.undone_at is not null)
      select *, concat('patient.timeline.', title) as title_key from told
       order by at desc limit ?
      """;

  @Inject Rows rows;

  @Override
  public List<TimelineEntry> entries(UUID patient, int limit) {
    return rows.list(ENTRIES, OwnTimelineQuery::entry, patient, limit);
  }

  private static TimelineEntry entry(ResultSet row) throws SQLException {
    return new TimelineEntry(
        Rows.instant(row, "at"),
        row.getString("kind"),
        row.getString("title_key"),
        List.of(row.getString("argument")),
        null,
        Rows.id(row, "link"));
  }
}
