package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.medflow.legacy.boundary.Claim;
import org.medflow.legacy.boundary.LegacyCode;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.platform.store.Rows;

/** Codes of older systems, what they mean here, and those that were met without a meaning. */
@ApplicationScoped
public class CodeQuery {

  @Inject Rows rows;

  public List<LegacyCode> all() {
    return rows.list(
        """
        select source_system, source_table, source_column, code, meaning, 0 as rows from legacy.code
        union all
        select u.source_system, u.source_table, u.source_column, u.code, null, u.rows
          from legacy.unknown_code u
         where not exists (
           select 1 from legacy.code c
            where (c.source_system, c.source_table, c.source_column, c.code)
                = (u.source_system, u.source_table, u.source_column, u.code))
         order by 1, 2, 3, 5 nulls first, 4
        """,
        row ->
            new LegacyCode(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6)));
  }

  public void put(LegacyCode code) {
    rows.update(
        """
        insert into legacy.code (source_system, source_table, source_column, code, meaning)
        values (?, ?, ?, ?, ?)
        on conflict (source_system, source_table, source_column, code)
        do update set meaning = excluded.meaning
        """,
        code.system(),
        code.table(),
        code.column(),
        code.code(),
        code.meaning());
  }

  /** Meanings of the codes of a column. */
  Map<String, String> of(LegacyTable table, String column) {
    var meanings = new HashMap<String, String>();
    rows.list(
        """
        select code, meaning from legacy.code
         where source_system = ? and source_table = ? and source_column = ?
        """,
        row -> meanings.put(row.getString(1), row.getString(2)),
        table.system(),
        table.title(),
        column);
    return meanings;
  }

  /** Counts codes that no line names. */
  void met(Claim claim, LegacyTable table, String column, Map<String, Long> codes) {
    codes.forEach(
        (code, times) ->
            rows.update(
                """
                insert into legacy.unknown_code as u (clinic_id, source_system, source_table,
                    source_column, code, rows, last_run)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (clinic_id, source_system, source_table, source_column, code)
                do update set last_run = excluded.last_run, rows = excluded.rows
                    + case when u.last_run = excluded.last_run then u.rows else 0 end
                """,
                claim.clinic(),
                table.system(),
                table.title(),
                column,
                code,
                times,
                claim.run()));
  }
}
