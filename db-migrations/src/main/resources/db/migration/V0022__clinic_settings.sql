-- What a clinic of the group has chosen: each change is a row of its own and none is ever altered, so
-- that the present value is the newest row and the history is all of them. A row without a value
-- gives back what is inherited: default, then group, then clinic.
create table setting_value (
  id         uuid        primary key,
  scope      text        not null check (scope in ('group', 'clinic')),
  clinic_id  uuid        references clinic,
  key        text        not null check (key ~ '^[a-z]+[.][a-z-]{2,40}$'),
  value      text        check (length(value) between 1 and 200),
  version    bigint      not null check (version > 0),
  changed_by uuid        not null,
  changed_at timestamptz not null,
  check ((scope = 'clinic') = (clinic_id is not null)),
  constraint setting_value_uk unique nulls not distinct (clinic_id, key, version)
);
alter table setting_value enable row level security;
create policy setting_value_scope on setting_value to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[])
    or clinic_id is null and cardinality((select clinic_scope())::uuid[]) > 0);
grant select, insert on setting_value to medflow_app;

create view setting_current with (security_invoker = true) as
  select distinct on (clinic_id, key) clinic_id, key, value, version
    from setting_value order by clinic_id, key, version desc;
grant select on setting_current to medflow_app;

-- What a clinic is, and how it is reached. Its code stays for good: it is on papers and in old files.
alter table clinic
  add column kind   text not null default 'main'
    check (kind in ('main', 'satellite', 'mobile', 'partner', 'depot')),
  add column street text check (length(street) <= 200),
  add column phone  text check (length(phone) <= 30),
  add column email  text check (length(email) <= 120);

-- Somebody must still be able to sign in somewhere. The lock lets two people who close two clinics at
-- once do so one after the other; the second sees what the first has done.
create function clinic_keep_one() returns trigger
  language plpgsql set search_path = medflow, pg_temp
  as $$
  begin
    perform pg_advisory_xact_lock(hashtext('clinic_last_open_ck'));
    if not exists (select 1 from clinic c where c.id <> new.id and c.status <> 'inactive') then
      raise exception using errcode = '23514',
        message = 'the last clinic stays open: "clinic_last_open_ck"';
    end if;
    return new;
  end $$;
create trigger clinic_keep_one before update of status on clinic
  for each row when (new.status = 'inactive' and old.status <> 'inactive')
  execute function clinic_keep_one();

create function clinic_code_stays() returns trigger
  language plpgsql set search_path = medflow, pg_temp
  as $$
  begin
    raise exception using errcode = '23514', message = 'a code is for good: "clinic_code_ck"';
  end $$;
create trigger clinic_code_stays before update of code on clinic
  for each row when (new.code <> old.code) execute function clinic_code_stays();

-- A person known elsewhere in the group becomes visible in another clinic by her consent, or in an
-- emergency by somebody who breaks the glass, says why, and is looked at afterwards by another.
create table patient_consent_link (
  id           uuid        primary key,
  clinic_id    uuid        not null references clinic,
  patient_id   uuid        not null references patient,
  consent      text        not null check (length(consent) between 3 and 500),
  consented_on date        not null,
  taken_by     uuid        not null references app_user,
  taken_at     timestamptz not null
);
create index patient_consent_link_patient on patient_consent_link (patient_id);

create table emergency_access (
  id           uuid        primary key,
  clinic_id    uuid        not null references clinic,
  patient_id   uuid        not null references patient,
  reason       text        not null check (length(btrim(reason)) between 15 and 500),
  broken_by    uuid        not null references app_user,
  broken_at    timestamptz not null,
  lapses_at    timestamptz not null check (lapses_at > broken_at),
  consented_at timestamptz,
  ended_at     timestamptz,
  verdict      text        check (verdict in ('justified', 'unjustified')),
  note         text        check (length(note) <= 500),
  reviewed_by  uuid        references app_user,
  reviewed_at  timestamptz,
  constraint emergency_access_reviewer_ck check (reviewed_by <> broken_by),
  check (num_nulls(verdict, reviewed_by, reviewed_at) in (0, 3))
);
create unique index emergency_access_live_uk on emergency_access (clinic_id, patient_id)
  where ended_at is null;
create index emergency_access_lapsing on emergency_access (lapses_at)
  where ended_at is null and consented_at is null;
create index emergency_access_patient on emergency_access (patient_id);
comment on table emergency_access is
  'Ends at lapses_at unless the person consented or somebody else found it justified.';

alter table patient_consent_link enable row level security;
alter table emergency_access     enable row level security;
create policy patient_consent_link_scope on patient_consent_link to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
create policy emergency_access_scope on emergency_access to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
grant select on patient_consent_link to medflow_app;
grant select, update (verdict, note, reviewed_by, reviewed_at, ended_at)
  on emergency_access to medflow_app;

-- Whose strong number this is, in the whole group; a merged record leads to the one it went into.
-- For the two functions below alone.
create function patient_of_strong_number(number_system text, number_index bytea) returns uuid
  language sql stable set search_path = medflow, pg_temp
  as $$
    select coalesce(p.merged_into, p.id)
      from patient_identifier i join patient p on p.id = i.patient_id
     where i.system = number_system and i.value_index = number_index and i.strong and i.live
       and p.deleted_at is null
  $$;
revoke execute on function patient_of_strong_number from public;

-- Both take the exact number, in the caller's own clinic, write the deed down in the same breath, and
-- give nothing back but the id; no row for a number that nobody has.
create function patient_link_by_consent(
    deed uuid, number_system text, number_index bytea, clinic uuid, words text, given_on date,
    who uuid, moment timestamptz)
  returns table (patient uuid, fresh boolean)
  language plpgsql security definer set search_path = medflow, pg_temp
  as $$
  declare
    found_patient uuid := patient_of_strong_number(number_system, number_index);
    changed       int;
    confirmed     int;
  begin
    if not clinic = any (clinic_scope()) then
      raise exception using errcode = '42501', message = 'not this clinic';
    end if;
    if found_patient is null then
      return;
    end if;
    insert into patient_clinic (patient_id, clinic_id, linked_at)
      values (found_patient, clinic, moment) on conflict do nothing;
    get diagnostics changed = row_count;
    update emergency_access set consented_at = moment
     where clinic_id = clinic and ended_at is null and consented_at is null
       and patient_id in (select p.id from patient p
                           where p.id = found_patient or p.merged_into = found_patient);
    get diagnostics confirmed = row_count;
    if changed + confirmed > 0 then
      insert into patient_consent_link
        (id, clinic_id, patient_id, consent, consented_on, taken_by, taken_at)
        values (deed, clinic, found_patient, words, given_on, who, moment);
    end if;
    return query select found_patient, changed + confirmed > 0;
  end $$;

create function patient_break_glass(
    deed uuid, number_system text, number_index bytea, clinic uuid, why text, who uuid,
    moment timestamptz, until timestamptz)
  returns table (patient uuid, fresh boolean)
  language plpgsql security definer set search_path = medflow, pg_temp
  as $$
  declare
    found_patient uuid := patient_of_strong_number(number_system, number_index);
    changed       int;
  begin
    if not clinic = any (clinic_scope()) then
      raise exception using errcode = '42501', message = 'not this clinic';
    end if;
    if found_patient is null then
      return;
    end if;
    insert into patient_clinic (patient_id, clinic_id, linked_at)
      values (found_patient, clinic, moment) on conflict do nothing;
    get diagnostics changed = row_count;
    if changed > 0 then
      insert into emergency_access
        (id, clinic_id, patient_id, reason, broken_by, broken_at, lapses_at)
        values (deed, clinic, found_patient, why, who, moment, until);
    end if;
    return query select found_patient, changed > 0;
  end $$;

-- Ends what is over in every clinic, with the sight of the person that came with it. If her record was
-- joined into another meanwhile, that one got the link with its date (patient_links_follow).
create function emergency_access_lapse(moment timestamptz)
  returns table (access uuid, clinic uuid, patient uuid)
  language sql security definer set search_path = medflow, pg_temp
  as $$
    with over as (
      update emergency_access e set ended_at = moment
       where e.ended_at is null and e.consented_at is null and e.verdict is null
         and e.lapses_at <= moment
      returning e.id, e.clinic_id, e.patient_id, e.broken_at),
    unlinked as (
      delete from patient_clinic pc using over o, patient p
       where p.id = o.patient_id and pc.patient_id in (p.id, p.merged_into)
         and pc.clinic_id = o.clinic_id and pc.linked_at = o.broken_at)
    select o.id, o.clinic_id, o.patient_id from over o
  $$;
revoke execute on function patient_link_by_consent, patient_break_glass, emergency_access_lapse
  from public;
grant execute on function patient_link_by_consent, patient_break_glass, emergency_access_lapse
  to medflow_app;
