-- Finding a patient by a name as people say it. Operators of arrays and trigrams are not leakproof
-- and would lose their index under row-level security, so the search tables belong to the owner
-- alone and are read through functions that put the caller's clinics into the condition themselves.
--
-- name_variant is the vocabulary: every distinct name token with itself, with each of its forms
-- that lack one letter, and with its sound behind a tilde. Two tokens one typing error apart (a
-- letter more, less, other, or two swapped) share a form, so near tokens are a few probes away.
-- There is no unique key on purpose: two registrations that bring the same new token must neither
-- wait for each other nor deadlock; a doubled row does no harm.

create table name_variant (
  variant text collate "C" not null,
  token   text collate "C" not null
);
create index name_variant_variant on name_variant (variant, token);
create index name_variant_token on name_variant (token) where variant = token;

create table patient_name (
  patient_id uuid   primary key,
  names      text[] not null,
  clinics    uuid[] not null,
  birth      date
);
create index patient_name_names on patient_name using gin (names, clinics) with (fastupdate = off);
create index patient_name_birth on patient_name (birth) where birth is not null;
alter table patient_name enable row level security;
create policy patient_name_scope on patient_name to medflow_app
  using (clinics && (select clinic_scope())::uuid[]);
comment on table patient_name is
  'What a patient is found by: maintained by triggers, read by functions of the owner only.';

create function name_variants(token text, sound text) returns text[]
  language sql immutable parallel safe
  as $$
    select array[token]
      || case when sound <> '' and sound <> '-' then array['~' || sound] else '{}' end
      || case when length(token) >= 3 then
           array(select overlay(token placing '' from i for 1)
                   from generate_series(1, length(token)) as i)
         else '{}' end
  $$;

-- Puts these patients' names, and tokens never seen before, into the search tables.
create function patient_name_refresh(ids uuid[]) returns void
  language sql security definer set search_path = medflow, pg_temp
  as $$
    delete from patient_name n using unnest(ids) as t(id), patient p
     where n.patient_id = t.id and p.id = t.id
       and (p.deleted_at is not null or p.merged_into is not null);

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
     where p.deleted_at is null and p.merged_into is null
        on conflict (patient_id) do update
       set names = excluded.names, clinics = excluded.clinics, birth = excluded.birth;
  $$;
revoke execute on function patient_name_refresh from public;

create function patient_clinic_linked() returns trigger
  language plpgsql security definer set search_path = medflow, pg_temp
  as $$
  begin
    perform patient_name_refresh(array(select distinct patient_id from linked));
    return null;
  end $$;
create trigger patient_clinic_linked after insert on patient_clinic
  referencing new table as linked
  for each statement execute function patient_clinic_linked();
create trigger patient_clinic_unlinked after delete on patient_clinic
  referencing old table as linked
  for each statement execute function patient_clinic_linked();

create function patient_renamed() returns trigger
  language plpgsql security definer set search_path = medflow, pg_temp
  as $$
  declare
    changed uuid[] := array(
      select b.id from before b join after a using (id)
       where (b.name_key, b.name_sound, b.birth_date, b.deleted_at, b.merged_into)
          is distinct from (a.name_key, a.name_sound, a.birth_date, a.deleted_at, a.merged_into));
  begin
    if cardinality(changed) > 0 then
      perform patient_name_refresh(changed);
    end if;
    return null;
  end $$;
create trigger patient_renamed after update on patient
  referencing old table as before new table as after
  for each statement execute function patient_renamed();

-- The known tokens near each typed one: 1 the same, .9 begins with it, .8 one error away, .7 sounds
-- alike.
create function name_near(typed text[], sounds text[])
  returns table (slot int, token text, weight real)
  language sql stable rows 20 set search_path = medflow, pg_temp set enable_seqscan = off
  as $$
    select t.slot::int, f.token, max(f.weight)::real
      from unnest(typed, sounds) with ordinality as t(token, sound, slot)
     cross join lateral (
       select v.token,
              case when v.token = t.token collate "C" then 1.0
                   when v.variant like '~%' then 0.7 else 0.8 end
         from name_variant v
        where v.variant = any (name_variants(t.token, t.sound))
       union all
       (select distinct p.token, 0.9
          from name_variant p
         where p.variant = p.token and length(t.token) >= 2
           and p.token > t.token collate "C" and p.token < (t.token || chr(1114111)) collate "C"
         limit 60)) as f(token, weight)
     group by 1, 2
  $$;

-- The statement that intersects: one condition for each typed token, all inside one GIN index scan,
-- then each found name weighed by its best near token for each typed one.
create function patient_name_statement(
    slots int[], tokens text[], weights real[], asked int, scope uuid[], floor real, without int)
  returns text
  language sql stable set search_path = medflow, pg_temp
  as $$
    select format(
      'with near as (select * from unnest(%L::int[], %L::text[], %L::real[])
                                  as e(slot, token, weight)),
            hit as (select n.patient_id, n.names from medflow.patient_name n
                     where n.clinics && %L::uuid[]%s limit 500),
            best as (select h.patient_id, cardinality(h.names) as size, e.slot,
                            max(e.weight) as weight
                       from hit h cross join lateral unnest(h.names) as t(token)
                       join near e using (token) group by 1, 2, 3)
       select b.patient_id,
              (900 * sum(b.weight) / %s + 100.0 * count(*) / greatest(max(b.size), count(*)))::int
         from best b group by 1 order by 2 desc, 1 desc',
      slots, tokens, weights, scope,
      (select string_agg(format(' and n.names && %L::text[]', g.near), '' order by g.slot)
         from (select e.slot, array_agg(e.token) as near
                 from unnest(slots, tokens, weights) as e(slot, token, weight)
                where e.weight >= floor and e.slot <> without group by e.slot) g),
      asked)
  $$;

-- A typed token that nothing is near to may be two names written together; of several ways to part
-- it, the one whose parts are the longest.
create function patient_name_parts(joined text) returns text[]
  language sql stable set search_path = medflow, pg_temp set enable_seqscan = off
  as $$
    select array[left(joined, i), substr(joined, i + 1)]
      from generate_series(2, length(joined) - 2) as i
     where exists (select 1 from name_variant a
                    where a.variant = a.token and a.token = left(joined, i))
       and exists (select 1 from name_variant b
                    where b.variant = b.token and b.token = substr(joined, i + 1))
     order by abs(length(joined) / 2.0 - i) limit 1
  $$;

-- Patients of the scope whose names meet every typed token; failing that, with a joined token taken
-- apart; failing that, all tokens but one. Best first.
create function patient_name_hits(typed text[], sounds text[], scope uuid[], wanted int)
  returns table (patient_id uuid, score int)
  language plpgsql stable rows 50 set search_path = medflow, pg_temp set enable_seqscan = off
  as $$
  declare
    slots   int[];
    tokens  text[];
    weights real[];
    floor   real;
    known   int[];
    parts   text[];
    number  int;
  begin
    select array_agg(n.slot), array_agg(n.token), array_agg(n.weight), array_agg(distinct n.slot)
      into slots, tokens, weights, known from name_near(typed, sounds) n;
    for number in 1 .. cardinality(typed) loop
      if known is null or number <> all (known) then
        parts := patient_name_parts(typed[number]);
        if parts is not null then
          return query select * from patient_name_hits(
            typed[: number - 1] || typed[number + 1 :] || parts,
            sounds[: number - 1] || sounds[number + 1 :] || array['', ''], scope, wanted);
          return;
        end if;
      end if;
    end loop;
    if known is null then
      return;
    end if;
    foreach floor in array array[0.9, 0.0]::real[] loop
      if floor = 0 or not exists (
          select 1 from unnest(known) as k(slot)
           where not exists (select 1 from unnest(slots, weights) as e(slot, weight)
                              where e.slot = k.slot and e.weight >= floor)) then
        return query execute
          patient_name_statement(
            slots, tokens, weights, cardinality(typed), scope, floor, 0) || ' limit ' || wanted;
        get diagnostics number = row_count;
        exit when number >= wanted;
      end if;
    end loop;
    if number = 0 and cardinality(known) > 1 then
      foreach number in array known loop
        return query execute
          patient_name_statement(
            slots, tokens, weights, cardinality(typed), scope, 0.0, number) || ' limit ' || wanted;
      end loop;
    end if;
  end $$;

-- The number, name, telephone and old file number of patients, as a list shows them.
create function patient_rows(ids uuid[])
  returns table (
    id uuid, mrn text, last_name text, post_name text, first_name text, birth_date date,
    birth_precision text, sex text, convention text, phone_id uuid, phone_sealed bytea,
    legacy_id uuid, legacy_sealed bytea)
  language sql stable rows 20 set search_path = medflow, pg_temp set enable_seqscan = off
  as $$
    select p.id, p.mrn, p.last_name, p.post_name, p.first_name, p.birth_date, p.birth_precision,
           p.sex, p.convention, f.id, f.value_sealed, o.id, o.value_sealed
      from unnest(ids) as i(id)
      join patient p on p.id = i.id
      left join lateral (select t.id, t.value_sealed from patient_phone t
                          where t.patient_id = p.id order by t.position limit 1) f on true
      left join lateral (select t.id, t.value_sealed from patient_identifier t
                          where t.patient_id = p.id and t.system in ('lv', 'dmi', 'carevision')
                          order by t.system desc limit 1) o on true
  $$;

-- Everybody in the caller's clinics who is meant by a text: its name tokens with their sounds,
-- blind indexes of the telephone and old number it may be, and patient numbers it may be. Best
-- first, after the row (after_score, after_id) when one is given.
create function find_patients(
    typed text[], sounds text[], phones bytea[], numbers text[], identifiers bytea[],
    after_score int, after_id uuid, wanted int)
  returns table (
    id uuid, mrn text, last_name text, post_name text, first_name text, birth_date date,
    birth_precision text, sex text, convention text, phone_id uuid, phone_sealed bytea,
    legacy_id uuid, legacy_sealed bytea, matched text[], score int)
  language plpgsql stable security definer
  set search_path = medflow, pg_temp set enable_seqscan = off
  as $$
  declare
    scope  uuid[] := clinic_scope();
    ids    uuid[];
    scores int[];
    whys   text[];
    more   uuid[];
  begin
    if typed is not null then
      select array_agg(h.patient_id), array_agg(h.score), array_agg('NAME'::text)
        into ids, scores, whys from patient_name_hits(typed, sounds, scope, 500) h;
    end if;
    if phones is not null then
      more := array(select t.patient_id from patient_phone t where t.value_index = any (phones));
      ids := ids || more;
      scores := scores || array_fill(1000, array[cardinality(more)]);
      whys := whys || array_fill('PHONE'::text, array[cardinality(more)]);
    end if;
    if identifiers is not null then
      more := array(select t.patient_id from patient_identifier t
                     where t.value_index = any (identifiers));
      ids := ids || more;
      scores := scores || array_fill(1000, array[cardinality(more)]);
      whys := whys || array_fill('LEGACY'::text, array[cardinality(more)]);
    end if;
    if numbers is not null then
      more := array(select t.id from patient t where t.mrn = any (numbers)
                    union select t.patient_id from patient_alias t where t.mrn = any (numbers));
      ids := ids || more;
      scores := scores || array_fill(1000, array[cardinality(more)]);
      whys := whys || array_fill('NUMBER'::text, array[cardinality(more)]);
    end if;
    select array_agg(r.id), array_agg(r.score), array_agg(r.why) into ids, scores, whys
      from (select m.id, max(m.score) as score, string_agg(distinct m.why, ',') as why
              from unnest(ids, scores, whys) as m(id, score, why)
             where exists (select 1 from patient_name n
                            where n.patient_id = m.id and n.clinics && scope)
             group by m.id
            having after_id is null or (max(m.score), m.id) < (after_score, after_id)
             order by 2 desc, 1 desc limit wanted) r;
    return query
      select r.*, string_to_array(w.why, ','), w.score
        from unnest(ids, scores, whys) with ordinality as w(id, score, why, place)
        join patient_rows(ids) r on r.id = w.id
       order by w.place;
  end $$;

-- The newest in the caller's clinics, after the row linked at after_at when one is given.
create function newest_patients(after_at timestamptz, after_id uuid, wanted int)
  returns table (
    id uuid, mrn text, last_name text, post_name text, first_name text, birth_date date,
    birth_precision text, sex text, convention text, phone_id uuid, phone_sealed bytea,
    legacy_id uuid, legacy_sealed bytea, linked_at timestamptz)
  language plpgsql stable security definer
  set search_path = medflow, pg_temp set enable_seqscan = off
  as $$
  declare
    scope uuid[] := clinic_scope();
  begin
    return query
      with page as (
        select pc.patient_id, pc.linked_at as at
          from unnest(scope) as s(clinic)
         cross join lateral (
           select l.patient_id, l.linked_at from patient_clinic l
             join patient_name n on n.patient_id = l.patient_id
            where l.clinic_id = s.clinic
              and (after_id is null or (l.linked_at, l.patient_id) < (after_at, after_id))
            order by l.linked_at desc, l.patient_id desc limit wanted) pc
         order by 2 desc, 1 desc limit wanted)
      select r.*, g.at
        from page g join patient_rows(array(select patient_id from page)) r on r.id = g.patient_id
       order by g.at desc, r.id desc;
  end $$;

-- Who of the caller's clinics may be the person at the desk: by telephone, e-mail, identifier, by
-- birth date with one name alike, and by all names alike. The score is given in Java.
create function alike_patients(
    typed text[], sounds text[], phones bytea[], emails bytea[], identifiers bytea[],
    born_on date[], born_from date, born_to date)
  returns table (
    id uuid, mrn text, last_name text, post_name text, first_name text, birth_date date,
    birth_precision text, sex text, convention text, phone_id uuid, phone_sealed bytea,
    legacy_id uuid, legacy_sealed bytea, same_phone boolean, same_email boolean,
    same_strong boolean, same_weak boolean)
  language plpgsql stable security definer
  set search_path = medflow, pg_temp set enable_seqscan = off
  as $$
  declare
    scope uuid[] := clinic_scope();
    near  text[] := array(select distinct n.token from name_near(typed, sounds) n);
    ids   uuid[];
  begin
    if phones is not null then
      ids := ids || array(select t.patient_id from patient_phone t
                           where t.value_index = any (phones) limit 50);
    end if;
    if emails is not null then
      ids := ids || array(select t.id from patient t where t.email_index = any (emails) limit 50);
    end if;
    if identifiers is not null then
      ids := ids || array(select t.patient_id from patient_identifier t
                           where t.value_index = any (identifiers) limit 50);
    end if;
    if born_on is not null then
      ids := ids || array(select n.patient_id from patient_name n
                           where n.birth = any (born_on) and n.names && near and n.clinics && scope
                           limit 100);
    end if;
    if born_from is not null then
      ids := ids || array(select n.patient_id from patient_name n
                           where n.birth between born_from and born_to and n.names && near
                             and n.clinics && scope limit 100);
    end if;
    if cardinality(typed) > 1 then
      ids := ids || array(select h.patient_id from patient_name_hits(typed, sounds, scope, 30) h);
    end if;
    ids := array(select distinct m.id from unnest(ids) as m(id)
                  where exists (select 1 from patient_name n
                                 where n.patient_id = m.id and n.clinics && scope));
    return query
      select r.*,
             exists (select 1 from patient_phone t
                      where t.patient_id = r.id and t.value_index = any (phones)),
             coalesce(
               (select t.email_index = any (emails) from patient t where t.id = r.id), false),
             exists (select 1 from patient_identifier t where t.patient_id = r.id and t.strong
                        and t.live and t.value_index = any (identifiers)),
             exists (select 1 from patient_identifier t where t.patient_id = r.id and not t.strong
                        and t.value_index = any (identifiers))
        from patient_rows(ids) r;
  end $$;

revoke execute on function name_near, patient_name_statement, patient_name_parts, patient_name_hits,
  patient_rows, find_patients, newest_patients, alike_patients from public;
grant execute on function find_patients, newest_patients, alike_patients to medflow_app;
