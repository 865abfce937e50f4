package org.medflow.visit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.medflow.platform.store.Rows;
import org.medflow.visit.boundary.DiagnosisCode;

/** The list of codes. */
@ApplicationScoped
public class DiagnosisCodeQuery {

  @Inject Rows rows;

  /** Codes that begin like this, then those whose words all begin or hold what was typed. */
  public List<DiagnosisCode> like(String typed, int limit) {
    var words = CodeWords.of(typed);
    if (words.isEmpty()) {
      return List.of();
    }
    return rows.list(
        """
        select * from medflow.diagnosis_code
         where active and (replace(code, '.', '') like ? || '%'
            or (select bool_and(words like '%' || w || '%') from unnest(string_to_array(?, ' ')) w))
         order by replace(code, '.', '') like ? || '%' desc, not eye, code limit ?
        """,
        DiagnosisCodeQuery::code,
        words.replaceAll("[^A-Z0-9]", ""),
        words,
        words.replaceAll("[^A-Z0-9]", ""),
        limit);
  }

  public Optional<DiagnosisCode> byCode(String code) {
    return rows.first(
        "select * from medflow.diagnosis_code where system = 'ICD-10' and code = ?",
        DiagnosisCodeQuery::code,
        code);
  }

  /** Adds them or changes what differs; 1 for each that was added, 2 for each changed. */
  public List<Integer> put(List<DiagnosisCode> codes) {
    return rows.list(
        """
        insert into medflow.diagnosis_code as c (system, code, label_fr, label_en, eye, words)
        select 'ICD-10', n.code, n.fr, n.en, n.eye = 1, n.words
          from unnest(?, ?, ?, ?, ?) as n(code, fr, en, eye, words)
        on conflict (system, code) do update
           set label_fr = excluded.label_fr, label_en = excluded.label_en, eye = excluded.eye,
               words = excluded.words, active = true
         where (c.label_fr, c.label_en, c.eye, c.active)
               is distinct from (excluded.label_fr, excluded.label_en, excluded.eye, true)
        returning case when xmax = 0 then 1 else 2 end
        """,
        row -> row.getInt(1),
        codes.stream().map(DiagnosisCode::code).toList(),
        codes.stream().map(DiagnosisCode::labelFr).toList(),
        codes.stream().map(DiagnosisCode::labelEn).toList(),
        codes.stream().map(code -> code.eye() ? 1 : 0).toList(),
        codes.stream().map(code -> CodeWords.of(code.labelFr() + " " + code.labelEn())).toList());
  }

  private static DiagnosisCode code(ResultSet row) throws SQLException {
    return new DiagnosisCode(
        row.getString("system"),
        row.getString("code"),
        row.getString("label_fr"),
        row.getString("label_en"),
        row.getBoolean("eye"),
        row.getBoolean("active"));
  }
}
