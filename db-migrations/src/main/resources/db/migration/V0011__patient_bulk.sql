-- Many registrations at once, as an import brings them. Who may be known already is asked for all
-- of them in one statement; only those few are then compared one by one.

create index patient_namesake on patient (name_key);

-- Places, from 1, of newcomers that somebody may be: the same names; the same birth date with all
-- names but one; the same telephone with a name in common; the same e-mail; a strong number that is
-- taken, perhaps in a clinic that the caller does not see. Telephones, e-mails and numbers come with
-- the place of their newcomer. Names and clinics are compared by "is true", which no index answers:
-- a table that was never analysed would otherwise be searched by them, newcomers times patients.
create function newcomers_known(
    keys text[], births date[], phone_of int[], phones bytea[], email_of int[], emails bytea[],
    number_of int[], systems text[], numbers bytea[])
  returns table (place int, elsewhere boolean)
  language sql stable security definer
  set search_path = medflow, pg_temp set enable_seqscan = off set enable_hashjoin = off
  set enable_mergejoin = off
  as $$
    with scope as materialized (select clinic_scope() as clinics),
    newcomer as materialized (
      select t.place::int, t.key, t.birth, string_to_array(t.key, ' ') as names
        from unnest(keys, births) with ordinality as t(key, birth, place)),
    hit as (
      select w.place, false as elsewhere
        from newcomer w join patient p on p.name_key = w.key
        join patient_name n on n.patient_id = p.id
       where (n.clinics && (select clinics from scope)) is true
      union all
      select w.place, false
        from newcomer w join patient_name n on n.birth = w.birth
       where w.birth is not null and (n.names && w.names) is true
         and (n.clinics && (select clinics from scope)) is true
         and (select count(*) from unnest(n.names) as u(name) where u.name = any (w.names))
             >= greatest(1, least(cardinality(n.names), cardinality(w.names)) - 1)
      union all
      select f.place, false
        from unnest(phone_of, phones) as f(place, value)
        join patient_phone t on t.value_index = f.value
        join patient_name n on n.patient_id = t.patient_id
       where (n.names && string_to_array(keys[f.place], ' ')) is true
         and (n.clinics && (select clinics from scope)) is true
      union all
      select f.place, false
        from unnest(email_of, emails) as f(place, value)
        join patient p on p.email_index = f.value
        join patient_name n on n.patient_id = p.id
       where (n.clinics && (select clinics from scope)) is true
      union all
      select f.place, not exists (
               select 1 from patient_clinic pc
                where pc.patient_id = i.patient_id
                  and pc.clinic_id = any ((select clinic_scope())::uuid[]))
        from unnest(number_of, systems, numbers) as f(place, system, value)
        join patient_identifier i on i.system = f.system and i.value_index = f.value
       where i.strong and i.live)
    select h.place, bool_or(h.elsewhere) from hit h group by h.place
  $$;

-- Takes back registrations that nothing was done with since: the version is the one they were made
-- with, they are seen in the caller's clinics only, and no other room has a row about them.
create function patients_unregister(ids uuid[], versions bigint[]) returns setof uuid
  language plpgsql security definer set search_path = medflow, pg_temp
  as $$
  declare
    scope uuid[] := clinic_scope();
    gone  uuid[];
  begin
    gone := array(
      select p.id from unnest(ids, versions) as t(id, version)
        join patient p on p.id = t.id and p.version = t.version
       where p.deleted_at is null and p.merged_into is null
         and p.registered_at_clinic = any (scope)
         and not exists (select 1 from patient_clinic c
                          where c.patient_id = p.id and c.clinic_id <> all (scope))
         and not exists (select 1 from patient_decision d
                          where p.id in (d.patient_id, d.candidate))
         and not exists (select 1 from patient_merge m where p.id in (m.survivor, m.duplicate))
         and not exists (select 1 from appointment a where a.patient_id = p.id)
         for update of p);
    delete from patient_phone t where t.patient_id = any (gone);
    delete from patient_identifier t where t.patient_id = any (gone);
    delete from patient_alias t where t.patient_id = any (gone);
    delete from patient_change t where t.patient_id = any (gone);
    delete from patient_name t where t.patient_id = any (gone);
    delete from patient_clinic t where t.patient_id = any (gone);
    delete from patient t where t.id = any (gone);
    return query select unnest(gone);
  end $$;

revoke execute on function newcomers_known, patients_unregister from public;
grant execute on function newcomers_known, patients_unregister to medflow_app;
