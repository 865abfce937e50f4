-- The same as before, with the rows of new patients inserted plainly and nothing looked for that a
-- new patient cannot have: an insert that is ready for a conflict costs a third more. A patient
-- without a row in patient_name is either new, and seen by nobody else, or comes back from a deletion
-- or a merge, under the lock of her own row.
create or replace function patient_name_refresh(ids uuid[]) returns void
  language plpgsql security definer set search_path = medflow, pg_temp set enable_seqscan = off
  as $$
  declare
    known uuid[] := array(select n.patient_id from unnest(ids) as i(id)
                            join patient_name n on n.patient_id = i.id);
  begin
    if cardinality(known) > 0 then
      delete from patient_name n using unnest(known) as t(id), patient p
       where n.patient_id = t.id and p.id = t.id
         and (p.deleted_at is not null or p.merged_into is not null);
      update patient_name n
         set names = string_to_array(p.name_key, ' '),
             clinics = array(select pc.clinic_id from patient_clinic pc
                              where pc.patient_id = p.id),
             birth = p.birth_date
        from unnest(known) as i(id)
        join patient p on p.id = i.id
       where n.patient_id = i.id;
    end if;

    insert into name_variant (variant, token)
    select distinct v.variant, t.token
      from (select distinct u.token, u.sound
              from unnest(ids) as i(id)
              join patient p on p.id = i.id
             cross join lateral unnest(
               string_to_array(p.name_key, ' '),
               string_to_array(p.name_sound, ' ')) as u(token, sound)
             where u.token <> '') t
     cross join lateral unnest(name_variants(t.token, coalesce(t.sound, ''))) as v(variant)
     where not exists (select 1 from name_variant k
                        where k.variant = t.token and k.token = t.token)
     order by 1, 2;

    insert into patient_name (patient_id, names, clinics, birth)
    select p.id, string_to_array(p.name_key, ' '),
           array(select pc.clinic_id from patient_clinic pc where pc.patient_id = p.id),
           p.birth_date
      from unnest(ids) as i(id)
      join patient p on p.id = i.id
     where p.deleted_at is null and p.merged_into is null and p.id <> all (known);
  end $$;
