package org.medflow.patient.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.medflow.platform.store.Rows;

/**
 * Moves a patient's own rows to the survivor and tells as JSON what undoing needs: a row that was
 * amended away meanwhile is made again from it, sealed as it was.
 */
@ApplicationScoped
public class MergeMoveQuery {

  @Inject Rows rows;

  public String phones(UUID from, UUID to) {
    return told(
        """
        with place as (select coalesce(max(position) + 1, 0) as free
                         from medflow.patient_phone where patient_id = ?),
             moved as (update medflow.patient_phone p
                          set patient_id = ?, position = p.position + place.free
                         from place where p.patient_id = ?
                       returning p.id, p.position - place.free as position, p.value_sealed,
                                 p.value_index)
        select coalesce(jsonb_agg(jsonb_build_object('id', id, 'position', position,
                   'sealed', encode(value_sealed, 'base64'),
                   'index', encode(value_index, 'base64'))), '[]')
          from moved
        """,
        to,
        to,
        from);
  }

  public String identifiers(UUID from, UUID to) {
    return told(
        """
        with moved as (update medflow.patient_identifier set patient_id = ? where patient_id = ?
                       returning *)
        select coalesce(jsonb_agg(jsonb_build_object('id', id, 'system', system, 'strong', strong,
                   'sealed', encode(value_sealed, 'base64'),
                   'index', encode(value_index, 'base64'))), '[]')
          from moved
        """,
        to,
        from);
  }

  /** The aliases of the duplicate and its own number lead to the survivor from now on. */
  public String aliases(UUID from, UUID to, String number) {
    var moved =
        told(
            """
            with moved as (update medflow.patient_alias set patient_id = ? where patient_id = ?
                           returning mrn)
            select coalesce(jsonb_agg(mrn), '[]') from moved
            """,
            to,
            from);
    rows.update("insert into medflow.patient_alias (mrn, patient_id) values (?, ?)", number, to);
    return moved;
  }

  /** The clinics where the survivor is seen now and was not before. */
  public String links(UUID from, UUID to) {
    return told("select to_jsonb(medflow.patient_links_follow(?, ?))", from, to);
  }

  public void phonesBack(UUID merge) {
    rows.update(
        """
        update medflow.patient_phone p
           set patient_id = m.duplicate, position = (e ->> 'position')::int
          from medflow.patient_merge m, jsonb_array_elements(m.journal -> 'phones') e
         where m.id = ? and p.id = (e ->> 'id')::uuid and p.patient_id = m.survivor
        """,
        merge);
    rows.update(
        """
        insert into medflow.patient_phone (id, patient_id, position, value_sealed, value_index)
        select (e ->> 'id')::uuid, m.duplicate, (e ->> 'position')::int,
               decode(e ->> 'sealed', 'base64'), decode(e ->> 'index', 'base64')
          from medflow.patient_merge m, jsonb_array_elements(m.journal -> 'phones') e
         where m.id = ? and not exists (select 1 from medflow.patient_phone p
                                         where p.id = (e ->> 'id')::uuid)
        """,
        merge);
  }

  public void identifiersBack(UUID merge) {
    rows.update(
        """
        update medflow.patient_identifier i set patient_id = m.duplicate
          from medflow.patient_merge m, jsonb_array_elements(m.journal -> 'identifiers') e
         where m.id = ? and i.id = (e ->> 'id')::uuid and i.patient_id = m.survivor
        """,
        merge);
    rows.update(
        """
        insert into medflow.patient_identifier
            (id, patient_id, system, strong, value_sealed, value_index)
        select (e ->> 'id')::uuid, m.duplicate, e ->> 'system', (e ->> 'strong')::boolean,
               decode(e ->> 'sealed', 'base64'), decode(e ->> 'index', 'base64')
          from medflow.patient_merge m, jsonb_array_elements(m.journal -> 'identifiers') e
         where m.id = ? and not exists (select 1 from medflow.patient_identifier i
                                         where i.id = (e ->> 'id')::uuid)
        """,
        merge);
  }

  public void aliasesBack(UUID merge, String number) {
    rows.update("delete from medflow.patient_alias where mrn = ?", number);
    rows.update(
        """
        update medflow.patient_alias a set patient_id = m.duplicate
          from medflow.patient_merge m, jsonb_array_elements_text(m.journal -> 'aliases') e
         where m.id = ? and a.mrn = e
        """,
        merge);
  }

  public void linksBack(UUID merge) {
    rows.list("select medflow.patient_links_return(?)", row -> true, merge);
  }

  private String told(String sql, Object... parameters) {
    return rows.list(sql, row -> row.getString(1), parameters).get(0);
  }
}
